import { Button, Card, Group, Kbd, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeDate, writeInstant, writeSpan } from '../../i18n/dates';
import { History } from '../courses/history';
import { type Nomination, type Step, useNomination } from './api';
import { ReviewCounts } from './review-counts';
import { PapersPanel } from '../papers/papers-panel';
import { WaiverLines } from './waiver-lines';

/** One person to decide on: who it is, what the rules said, what happened so far. */
export function ReviewPerson({
  nomination,
  onApprove,
  onAsk,
}: {
  nomination: Nomination;
  onApprove: () => void;
  onAsk: (step: Step) => void;
}) {
  const { t } = useTranslation();
  const detail = useNomination(nomination.id);
  const { official, course, unit, submittedAt, late } = nomination;
  const facts: [string, string | null][] = [
    [t('officials.post'), official.post],
    [t('officials.unit'), official.unit.name],
    [t('officials.professional'), t(`level.professional.${official.professionalLevel ?? 'unknown'}`)],
    [t('officials.llct'), t(`level.llct.${official.llctLevel ?? 'unknown'}`)],
    [t('courses.class'), `${course.code} · ${course.title}`],
    [t('courses.days'), writeSpan(course.startsOn, course.endsOn)],
    [t('courses.deadline'), writeDate(course.deadline)],
    [t('review.by'), `${unit.name}, ${writeInstant(submittedAt)}${late ? ` (${t('nominations.late')})` : ''}`],
  ];
  return (
    <Card withBorder component="section" aria-label={official.fullName}>
      <Title order={3}>{official.fullName}</Title>
      <dl style={{ margin: '12px 0', display: 'grid', gridTemplateColumns: 'minmax(110px, 30%) 1fr', gap: '6px 12px' }}>
        {facts.map(([label, value]) => (
          <FactLine key={label} label={label} value={value} />
        ))}
      </dl>
      <ReviewCounts nomination={nomination} />
      <Disagreements nomination={nomination} />
      <WaiverLines waivers={nomination.waivers} />
      <KeptVerdict checks={detail.data?.checks ?? []} />
      <Group gap="sm" mt="sm">
        <Button onClick={onApprove} rightSection={<Kbd>A</Kbd>}>
          {t('nominations.do.approve')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onAsk('return');
          }}
          rightSection={<Kbd>T</Kbd>}
        >
          {t('nominations.do.return')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            onAsk('reject');
          }}
          rightSection={<Kbd>X</Kbd>}
        >
          {t('nominations.do.reject')}
        </Button>
      </Group>
      <Title order={4} mt="lg" mb="sm">
        {t('papers.title')}
      </Title>
      <PapersPanel nominationId={nomination.id} />
      <Title order={4} mt="lg" mb="sm">
        {t('course.history')}
      </Title>
      {detail.data && <History steps={detail.data.history} />}
    </Card>
  );
}

function FactLine({ label, value }: { label: string; value: string | null }) {
  return (
    <>
      <dt style={{ color: '#5f5a54' }}>{label}</dt>
      <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value ?? '—'}</dd>
    </>
  );
}

/** Every rule's answer as it was at the nomination, what is open first. */
function KeptVerdict({ checks }: { checks: readonly { rule: string; message: string; passed: boolean }[] }) {
  const { t } = useTranslation();
  if (checks.length === 0) return null;
  return (
    <section aria-label={t('eligibility.keptVerdict')}>
      <Text fw={600}>{t('eligibility.keptVerdict')}</Text>
      {[...checks]
        .sort((one, other) => Number(one.passed) - Number(other.passed))
        .map(({ rule, message, passed }) => (
          <Text key={rule} fz="sm" c={passed ? '#1b5e2a' : '#7a4a00'}>
            <span aria-hidden>{passed ? '✓' : '!'} </span>
            {message}
          </Text>
        ))}
    </section>
  );
}

/** What an approval would go against. */
function Disagreements({ nomination: { openChecks, returned } }: { nomination: Nomination }) {
  const { t } = useTranslation();
  const told = returned && {
    by: returned.by,
    at: writeInstant(returned.at),
    reason: returned.reason,
  };
  return (
    <>
      {openChecks > 0 && (
        <Text fz="sm" fw={600} c="#7a4a00">
          {t('review.reasonOpen', { count: openChecks })}
        </Text>
      )}
      {told && (
        <Text fz="sm" fw={600} c="#7a4a00">
          {t(returned.byMe ? 'review.returnedByMe' : 'review.reasonReturned', told)}
        </Text>
      )}
    </>
  );
}
