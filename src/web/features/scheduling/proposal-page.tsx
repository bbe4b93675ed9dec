import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { IconCheck, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeSpan } from '../../i18n/dates';
import { type Proposal, useAccept, useAskAgain, useDiscard, useProposal } from './api';
import { PlaceTable } from './place-table';
import { YearStrip } from './year-strip';

/** One proposal: where every class goes and why, changed by hand, asked for again, accepted. */
export function ProposalPage() {
  const { t } = useTranslation();
  const { proposalId } = useParams({ strict: false }) as { proposalId: string };
  const { data: proposal, error, refetch } = useProposal(proposalId);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!proposal) return <Loading />;
  return (
    <>
      <PageHeader
        title={t('scheduling.of', { span: writeSpan(proposal.from, proposal.to) })}
        subtitle={t('scheduling.madeBy', { name: proposal.createdByName })}
      >
        <Steps proposal={proposal} />
      </PageHeader>
      <Standing proposal={proposal} />
      {proposal.status !== 'solving' && (
        <>
          <YearStrip proposal={proposal} />
          <PlaceTable proposal={proposal} />
        </>
      )}
    </>
  );
}

function Standing({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  if (proposal.status === 'solving') {
    return (
      <Group role="status" py="xl" justify="center">
        <Loader />
        <Text>{t('scheduling.working', { count: proposal.classes })}</Text>
      </Group>
    );
  }
  const clashes = proposal.items.filter((item) => item.clashes.length > 0).length;
  return (
    <>
      <Text mb="sm">
        {t('scheduling.outcome', { placed: proposal.placed, classes: proposal.classes })}{' '}
        {t('scheduling.price', { price: proposal.price, inOrder: proposal.inOrder })}{' '}
        {t(proposal.best ? 'scheduling.best' : 'scheduling.goodEnough')}
      </Text>
      {proposal.status === 'ready' && clashes > 0 && (
        <Alert color="orange" mb="sm" title={t('scheduling.clashes', { count: clashes })}>
          {t('scheduling.clashesHint')}
        </Alert>
      )}
      {proposal.status === 'accepted' && (
        <Alert color="green" mb="sm" title={t('scheduling.accepted')}>
          {t('scheduling.acceptedHint')}
        </Alert>
      )}
    </>
  );
}

function Steps({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'accept' | 'discard' | null>(null);
  const again = useAskAgain(proposal.id);
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      {proposal.status === 'ready' && (
        <>
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} aria-hidden />}
            loading={again.isPending}
            onClick={() => {
              again.mutate(undefined, { onError: notifyProblem });
            }}
          >
            {t('scheduling.again')}
          </Button>
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            disabled={proposal.placed === 0}
            onClick={() => {
              setAsked('accept');
            }}
          >
            {t('scheduling.accept')}
          </Button>
        </>
      )}
      <Button
        variant="default"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={() => {
          setAsked('discard');
        }}
      >
        {t('scheduling.discard')}
      </Button>
      {asked === 'accept' && <AcceptDialog proposal={proposal} onClose={close} />}
      {asked === 'discard' && <DiscardDialog proposal={proposal} onClose={close} />}
    </>
  );
}

function AcceptDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation();
  const accept = useAccept(proposal.id);
  const days = proposal.items.reduce((sum, { placement }) => sum + (placement?.days.length ?? 0), 0);
  return (
    <Dialog
      opened
      title={t('scheduling.accept')}
      onClose={onClose}
      submitLabel={t('scheduling.accept')}
      busy={accept.isPending}
      error={accept.error}
      onSubmit={() => {
        accept.mutate(undefined, {
          onSuccess: () => {
            notifyDone(t('scheduling.accepted'));
            onClose();
          },
        });
      }}
    >
      <Text>{t('scheduling.acceptExplained', { classes: proposal.placed, sessions: days * 2 })}</Text>
      {proposal.placed < proposal.classes && (
        <Text>{t('scheduling.leftOut', { count: proposal.classes - proposal.placed })}</Text>
      )}
    </Dialog>
  );
}

function DiscardDialog({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const discard = useDiscard(proposal.id);
  return (
    <Dialog
      opened
      danger
      title={t('scheduling.discard')}
      onClose={onClose}
      submitLabel={t('scheduling.discard')}
      busy={discard.isPending}
      error={discard.error}
      onSubmit={() => {
        discard.mutate(undefined, { onSuccess: () => void navigate({ to: '/lop/xep-lich' }) });
      }}
    >
      <Text>{t('scheduling.discardExplained')}</Text>
    </Dialog>
  );
}
