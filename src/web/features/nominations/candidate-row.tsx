import { Badge, Checkbox, Group, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import type { Candidate } from './api';

/** Whether a rule's answer speaks against a person, or is not known, or was lifted: what is worth a line of its own. */
const isWorthALine = ({ result, waiver }: Candidate['checks'][number]): boolean => result !== 'pass' || waiver !== null;

/** Why somebody cannot be chosen, in one line. */
export const reasonAgainst = ({ checks }: Candidate): string =>
  checks
    .filter(({ result }) => result === 'fail' || result === 'needsException')
    .map(({ message, mend }) => [message, mend].filter(Boolean).join(' '))
    .join(' ');

/** Somebody to choose; under the name why, or why not. */
export const CandidateRow = memo(function CandidateRow({
  candidate,
  checked,
  reachable,
  onToggle,
}: {
  candidate: Candidate;
  checked: boolean;
  /** The one row that Tab leads to; arrows lead to the others. */
  reachable: boolean;
  onToggle: (id: string) => void;
}) {
  const { official, eligible } = candidate;
  return (
    <li className="candidate-row" data-row={official.id} tabIndex={reachable ? 0 : -1}>
      <Checkbox
        size="lg"
        tabIndex={-1}
        aria-label={official.fullName}
        checked={checked}
        disabled={!eligible}
        onChange={() => {
          onToggle(official.id);
        }}
      />
      <About candidate={candidate} />
    </li>
  );
});

/** Drawn once: choosing somebody, or going past them, changes nothing of it. */
const About = memo(function About({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const { official, needed } = candidate;
  return (
    <div style={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
      <Group gap={8}>
        <Text fw={600}>{official.fullName}</Text>
        {needed && <Badge color="son.7">{t('nominate.needed')}</Badge>}
      </Group>
      <Text fz="sm" c="#5f5a54">
        {[official.post, official.unit.name, t(`level.llct.${official.llctLevel ?? 'unknown'}`)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Against candidate={candidate} />
      <Earlier earlier={candidate.earlier} />
    </div>
  );
});

function Against({ candidate: { checks, eligible } }: { candidate: Candidate }) {
  const { t } = useTranslation();
  const lines = checks.filter(isWorthALine);
  if (lines.length === 0) {
    return (
      <Text fz="sm" c="#1b5e2a">
        {t('nominate.mayGo')}
      </Text>
    );
  }
  return lines.map(({ rule, message, mend, source, result }) => (
    <Text
      key={rule}
      fz="sm"
      c={(result === 'fail' || result === 'needsException') && !eligible ? '#8f1d21' : '#7a4a00'}
    >
      {message} {mend}
      {source && result !== 'unknown' && ` (${source})`}
    </Text>
  ));
}

/** Whether the person was refused, withdrew or stayed away before. */
function Earlier({ earlier }: Pick<Candidate, 'earlier'>) {
  const { t } = useTranslation();
  return earlier.map(({ courseId, courseCode, state, at, reason }) => (
    <Text key={`${courseId}${at}`} fz="sm" c="#5f5a54">
      {t(`nominate.earlier.${state}`, { code: courseCode, day: writeDate(at.slice(0, 10)) })}
      {reason && `: “${reason}”`}
    </Text>
  ));
}
