import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { ReplaceDialog } from '../decisions/replace-dialog';
import { type Nomination, type Step, useStep } from './api';
import { TransferDialog } from './transfer-dialog';
import { ReserveSelect } from './reserve-select';
import { useReservesFor, useStepIn } from './reserves-api';
import { approvalNeedsReason } from './review-api';

const STEPS = ['approve', 'return', 'reject', 'resubmit', 'arrive', 'noShow', 'withdraw'] as const;
/** Done at once; the others ask for a reason first. */
const AT_ONCE: readonly Step[] = ['approve', 'resubmit', 'arrive'];

/** What may be done about one nomination. */
export function StepButtons({ nomination }: { nomination: Nomination }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Step | null>(null);
  const [moving, setMoving] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const step = useStep();
  const take = (which: Step): void => {
    if (!AT_ONCE.includes(which) || (which === 'approve' && approvalNeedsReason(nomination))) {
      setAsked(which);
      return;
    }
    step.mutate(
      { id: nomination.id, step: which },
      {
        onError: notifyProblem,
        onSuccess: () => {
          notifyDone(t(`nominations.done.${which}`, { name: nomination.official.fullName }));
        },
      },
    );
  };
  const possible = STEPS.filter((which) => nomination.can[which]);
  // A question stays until it is answered, even if the answer leaves nothing more to do.
  const asking = asked !== null || moving || replacing;
  if (possible.length === 0 && !nomination.can.replace && !nomination.can.transfer && !asking) return <>—</>;
  return (
    <>
      <Group gap={6} className="row-actions">
        {possible.map((which) => (
          <Button
            key={which}
            size="compact-md"
            variant={which === 'approve' || which === 'resubmit' ? 'filled' : 'default'}
            loading={step.isPending && step.variables.step === which}
            onClick={() => {
              take(which);
            }}
          >
            {t(`nominations.do.${which}`)}
          </Button>
        ))}
        {nomination.can.transfer && (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => {
              setMoving(true);
            }}
          >
            {t('transfer.do')}
          </Button>
        )}
        {nomination.can.replace && (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => {
              setReplacing(true);
            }}
          >
            {t('decisions.replace')}
          </Button>
        )}
      </Group>
      {moving && (
        <TransferDialog
          nomination={nomination}
          onClose={() => {
            setMoving(false);
          }}
        />
      )}
      {replacing && (
        <ReplaceDialog
          nomination={nomination}
          onClose={() => {
            setReplacing(false);
          }}
        />
      )}
      {asked && (
        <StepDialog
          nomination={nomination}
          step={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** Asks for the reason of a step and says what it will do. */
export function StepDialog({ nomination, step, onClose }: { nomination: Nomination; step: Step; onClose: () => void }) {
  const { t } = useTranslation();
  const take = useStep();
  const leaves = (step === 'withdraw' || step === 'reject') && ['open', 'closed'].includes(nomination.course.state);
  const reserves = useReservesFor(nomination.id, leaves);
  const proposed = reserves.data?.items ?? [];
  const stepIn = useStepIn(nomination.id);
  const [chosen, setChosen] = useState<string | null | undefined>();
  // Proposed by the system until somebody chooses otherwise.
  const reserveId = chosen === undefined ? (proposed.find(({ eligible }) => eligible)?.id ?? null) : chosen;
  const stepsIn = proposed.find(({ id }) => id === reserveId);
  const name = nomination.official.fullName;
  const done = (message: string): void => {
    notifyDone(message);
    onClose();
  };
  return (
    <ReasonDialog
      title={`${t(`nominations.do.${step}`)}: ${name}`}
      explanation={
        stepsIn && leaves
          ? t('reserves.sure', { by: stepsIn.fullName, name, course: nomination.course.code })
          : t(`nominations.sure.${step}`, { course: nomination.course.code })
      }
      submitLabel={t(`nominations.do.${step}`)}
      required={
        reserveId !== null ||
        (step !== 'noShow' &&
          !(step === 'withdraw' && ['submitted', 'returned', 'approved'].includes(nomination.state)))
      }
      danger={step === 'reject'}
      busy={take.isPending || stepIn.isPending}
      error={take.error ?? stepIn.error}
      onClose={onClose}
      onSubmit={(reason) => {
        if (reserveId !== null && leaves)
          stepIn.mutate(
            { reserveId, by: step, reason: reason ?? '' },
            {
              onSuccess: ({ official }) => {
                done(t('reserves.done', { by: official.fullName, name }));
              },
            },
          );
        else
          take.mutate(
            { id: nomination.id, step, ...(reason && { reason }) },
            {
              onSuccess: () => {
                done(t(`nominations.done.${step}`, { name }));
              },
            },
          );
      }}
    >
      {proposed.length > 0 && <ReserveSelect reserves={proposed} value={reserveId} onChange={setChosen} />}
    </ReasonDialog>
  );
}
