import { Button, Card, Grid, Group, Kbd, ScrollArea, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant, writeSpan } from '../../i18n/dates';
import { History } from '../courses/history';
import { type Nomination, type Step, useNomination, useNominations, useStep } from './api';
import { StepDialog } from './step-buttons';
import { WaiverLines } from './waiver-lines';

/** The queue of nominations to decide: left the queue, right the person; keys for each decision. */
export function ReviewPage() {
  const { t } = useTranslation();
  const queue = useNominations({ state: 'submitted', place: 'seat' }, 100);
  const waiting = queue.items.filter(({ can }) => can.approve);
  const [selected, setSelected] = useState<string | null>(null);
  // The person is kept with the question: the queue may be read again, and change, while it is open.
  const [asked, setAsked] = useState<{ step: Step; nomination: Nomination } | null>(null);
  const step = useStep();
  const at = Math.max(
    0,
    waiting.findIndex(({ id }) => id === selected),
  );
  const current = waiting[at];
  const go = (by: number): void => {
    setSelected(waiting[Math.min(waiting.length - 1, Math.max(0, at + by))]?.id ?? null);
  };
  const next = (): void => {
    setSelected(waiting[at + 1]?.id ?? waiting[at - 1]?.id ?? null);
  };
  const approve = (): void => {
    if (!current || step.isPending) return;
    const { id, official } = current;
    next();
    step.mutate(
      { id, step: 'approve' },
      {
        onError: notifyProblem,
        onSuccess: () => {
          notifyDone(t('nominations.done.approve', { name: official.fullName }));
        },
      },
    );
  };
  const ask = (which: Step): void => {
    if (current) setAsked({ step: which, nomination: current });
  };
  /** A key does nothing behind an open question. */
  const key = (name: string, act: () => void): [string, () => void] => [
    name,
    () => {
      if (!asked) act();
    },
  ];
  useHotkeys([
    key('a', approve),
    key('t', () => {
      ask('return');
    }),
    key('x', () => {
      ask('reject');
    }),
    key('ArrowDown', () => {
      go(1);
    }),
    key('ArrowUp', () => {
      go(-1);
    }),
  ]);
  return (
    <>
      <PageHeader title={t('nav.review')} subtitle={t('review.count', { count: queue.total })} />
      {queue.error && <ErrorState error={queue.error} retry={() => void queue.refetch()} />}
      {queue.isPending && <Loading />}
      {queue.isSuccess && waiting.length === 0 && (
        <EmptyState title={t('review.empty')}>{t('review.emptyHint')}</EmptyState>
      )}
      {current && (
        <Grid>
          <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 2, md: 1 }}>
            <Queue waiting={waiting} current={current.id} onSelect={setSelected} />
            {queue.hasNextPage && (
              <Button mt="sm" variant="default" onClick={() => void queue.fetchNextPage()}>
                {t('common.more')}
              </Button>
            )}
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 1, md: 2 }}>
            <Person nomination={current} onApprove={approve} onAsk={ask} />
          </Grid.Col>
        </Grid>
      )}
      {asked && (
        <StepDialog
          nomination={asked.nomination}
          step={asked.step}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

function Queue({
  waiting,
  current,
  onSelect,
}: {
  waiting: readonly Nomination[];
  current: string;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Card withBorder p={0}>
      <ScrollArea.Autosize mah="70vh">
        <Stack gap={0} component="ul" m={0} p={0} aria-label={t('review.queue')}>
          {waiting.map(({ id, official, unit, course }) => (
            <li key={id} style={{ listStyle: 'none' }}>
              <UnstyledButton
                w="100%"
                p="sm"
                aria-current={id === current}
                style={{
                  borderBottom: '1px solid #e7e1d9',
                  background: id === current ? '#fdf1f0' : undefined,
                  borderLeft: `5px solid ${id === current ? '#8f1d21' : 'transparent'}`,
                }}
                onClick={() => {
                  onSelect(id);
                }}
              >
                <Text fw={600}>{official.fullName}</Text>
                <Text fz="sm" c="#5f5a54">
                  {unit.name} · {course.code}
                </Text>
              </UnstyledButton>
            </li>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Card>
  );
}

function Person({
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
            {message}
          </Text>
        ))}
    </section>
  );
}
