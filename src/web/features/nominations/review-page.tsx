import { Button, Grid, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useMissingPapersOf } from '../papers/api';
import { type Nomination, useNominations } from './api';
import { approvalNeedsReason, type DecidedLine, type Decision, useDecide } from './review-api';
import { DecideDialog } from './decide-dialog';
import { ReviewFilters, useReviewFilter } from './review-filters';
import { GoneNotice, type Refused, RefusedLines } from './review-notices';
import { ReviewPerson } from './review-person';
import { ChosenBar, ReviewQueue } from './review-queue';
import { useChoosing } from './use-choosing';

interface Asked {
  step: Decision;
  people: readonly Nomination[];
}

/** A key for each decision; none does anything behind an open question. */
function useReviewKeys(
  ask: (step: Decision, people: readonly Nomination[]) => void,
  subject: readonly Nomination[],
  others: readonly (readonly [string, () => void])[],
  active: boolean,
): void {
  const decisions = { a: 'approve', t: 'return', x: 'reject' } as const;
  const keys = [
    ...Object.entries(decisions).map(
      ([name, step]) =>
        [
          name,
          () => {
            ask(step, subject);
          },
        ] as const,
    ),
    ...others,
  ];
  useHotkeys(
    keys.map(([name, act]): [string, () => void] => [
      name,
      () => {
        if (active) act();
      },
    ]),
  );
}

/** On a small screen: which of the queue this is, and the ones before and after. */
function Turn({ at, of, onGo }: { at: number; of: number; onGo: (by: -1 | 1) => void }) {
  const { t } = useTranslation();
  const button = (by: -1 | 1) => (
    <Button
      size="compact-md"
      variant="default"
      disabled={by < 0 ? at === 1 : at === of}
      onClick={() => {
        onGo(by);
      }}
    >
      {t(by < 0 ? 'review.before' : 'review.after')}
    </Button>
  );
  return (
    <Group justify="space-between" mb="xs" hiddenFrom="md">
      {button(-1)}
      <Text fw={600}>
        {at}/{of}
      </Text>
      {button(1)}
    </Group>
  );
}

/** What is asked, on its way and refused. @param leave leads on from people who are being decided about. */
function useDeciding(leave: (people: readonly Nomination[]) => void) {
  const { t } = useTranslation();
  // The people are kept with the question: the queue may be read again, and change, while it is open.
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const decide = useDecide();

  // Decisions go one after the other: a key that is pressed while one is on its way is not lost.
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const underWay = useRef(new Set<string>());

  const tell =
    (step: Decision, people: readonly Nomination[], reason?: string) =>
    ({ items }: { items: readonly DecidedLine[] }) => {
      // Unless the next question is already open.
      setAsked((open) => (open?.people === people ? null : open));
      const lines = items.filter(({ done }) => !done);
      setRefused(lines.length > 0 ? { lines, people, reason } : null);
      const [only] = people;
      if (people.length === 1 && only && lines.length === 0) {
        notifyDone(t(`nominations.done.${step}`, { name: only.official.fullName }));
      } else if (lines.length < items.length) {
        notifyDone(t('review.done', { count: items.length - lines.length }));
      }
    };
  const run = (step: Decision, people: readonly Nomination[], reason?: string): void => {
    leave(people);
    for (const { id } of people) underWay.current.add(id);
    line.current = line.current
      .then(() => decide.mutateAsync({ step, people, ...(reason && { reason }) }))
      .then(tell(step, people, reason), notifyProblem)
      .finally(() => {
        for (const { id } of people) underWay.current.delete(id);
      });
  };
  /** At once where no reason is needed; a question about others may be opened while the last decision is still on its way. */
  const ask = (step: Decision, people: readonly Nomination[]): void => {
    if (people.length === 0 || people.some(({ id }) => underWay.current.has(id))) return;
    if (step !== 'approve' || people.some(approvalNeedsReason)) setAsked({ step, people });
    else run(step, people);
  };
  return { decide, asked, setAsked, refused, setRefused, run, ask };
}

/** The queue of nominations to decide, the nearest deadline first: left the queue, right the person; keys for all. */
export function ReviewPage() {
  const { t } = useTranslation();
  const filter = useReviewFilter();
  const queue = useNominations({ state: 'submitted', place: 'seat', sort: 'deadline', ...filter }, 100);
  const waiting = queue.items.filter(({ can }) => can.approve);
  const choosing = useChoosing(waiting);
  const { current, chosen } = choosing;
  const missing = useMissingPapersOf(waiting.map(({ course }) => course.id));
  const { decide, asked, setAsked, refused, setRefused, run, ask } = useDeciding(choosing.leave);
  const subject = chosen.length > 0 ? chosen : current ? [current] : [];
  useReviewKeys(ask, subject, choosing.keys, asked === null);
  return (
    <>
      <PageHeader title={t('nav.review')} subtitle={t('review.count', { count: queue.total })} />
      <ReviewFilters />
      {refused && (
        <RefusedLines
          {...refused}
          onClose={() => {
            setRefused(null);
          }}
        />
      )}
      {choosing.gone && <GoneNotice nomination={choosing.gone} onClose={choosing.forgetGone} />}
      {queue.error && <ErrorState error={queue.error} retry={() => void queue.refetch()} />}
      {queue.isPending && <Loading />}
      {queue.isSuccess && waiting.length === 0 && (
        <EmptyState title={t('review.empty')}>
          {t(Object.keys(filter).length > 0 ? 'review.emptyFiltered' : 'review.emptyHint')}
        </EmptyState>
      )}
      {current && (
        <Grid>
          <Grid.Col span={{ base: 12, md: 5 }} order={{ base: 2, md: 1 }}>
            <Button size="compact-md" variant="default" mb="xs" onClick={choosing.chooseAll}>
              {t('review.chooseAll', { count: waiting.length })}
            </Button>
            <ReviewQueue
              waiting={waiting}
              current={current.id}
              chosen={choosing.ids}
              missing={missing}
              onSelect={choosing.select}
              onChoose={choosing.choose}
            />
            {queue.hasNextPage && (
              <Button mt="sm" variant="default" onClick={() => void queue.fetchNextPage()}>
                {t('common.more')}
              </Button>
            )}
            <Text fz="sm" c="#5f5a54" mt="xs" visibleFrom="md">
              {t('review.keys')}
            </Text>
            {chosen.length > 0 && (
              <ChosenBar
                count={chosen.length}
                onClear={choosing.clear}
                onDecide={(step) => {
                  ask(step, chosen);
                }}
              />
            )}
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 7 }} order={{ base: 1, md: 2 }}>
            <Turn at={choosing.at + 1} of={waiting.length} onGo={choosing.go} />
            <ReviewPerson
              nomination={current}
              onApprove={() => {
                ask('approve', [current]);
              }}
              onAsk={(step) => {
                ask(step as Decision, [current]);
              }}
            />
          </Grid.Col>
        </Grid>
      )}
      {asked && (
        <DecideDialog
          {...asked}
          decide={decide}
          onClose={() => {
            setAsked(null);
          }}
          onSubmit={(reason) => {
            run(asked.step, asked.people, reason);
          }}
        />
      )}
    </>
  );
}
