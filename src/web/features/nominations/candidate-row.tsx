import { Badge, Checkbox, Group, Stack, Text, Tooltip } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import type { Candidate } from './api';

const MARK = { pass: '✓', fail: '✗', needsException: '!', unknown: '?' } as const;

/** Whether a rule's answer speaks against a person, or is not known, or was lifted: what is worth a line of its own. */
const isWorthALine = ({ result, waiver }: Candidate['checks'][number]): boolean => result !== 'pass' || waiver !== null;

/** Why somebody cannot be chosen, in one line. */
export const reasonAgainst = ({ checks }: Candidate): string =>
  checks
    .filter(({ result }) => result === 'fail' || result === 'needsException')
    .map(({ message, mend }) => [message, mend].filter(Boolean).join(' '))
    .join(' ');

/** Somebody to choose; under the name why, or why not; every rule's answer when one looks at the row. */
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
  const { t } = useTranslation();
  const { official, eligible, needed } = candidate;
  return (
    <Tooltip
      multiline
      w={380}
      position="bottom-end"
      openDelay={350}
      events={{ hover: true, focus: true, touch: false }}
      label={<EveryRule candidate={candidate} />}
    >
      <Group
        component="li"
        className="candidate-row"
        data-row={official.id}
        tabIndex={reachable ? 0 : -1}
        align="flex-start"
        wrap="nowrap"
        py="sm"
        gap="sm"
      >
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
      </Group>
    </Tooltip>
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

function EveryRule({ candidate: { checks } }: { candidate: Candidate }) {
  const { t } = useTranslation();
  return (
    <Stack gap={2}>
      <Text fw={600} fz="sm">
        {t('nominate.everyRule')}
      </Text>
      {checks.map(({ rule, result, message, source }) => (
        <Text key={rule} fz="sm">
          <span aria-hidden>{MARK[result]} </span>
          {message}
          {source && ` (${source})`}
        </Text>
      ))}
    </Stack>
  );
}
