import { Anchor, Button, Card, Text, TextInput } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { PaperButtons } from '../../components/paper-buttons';
import { ReasonDialog } from '../../components/reason-dialog';
import { ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import { type DecisionDetail, useDecision, useDiscardDecision, useIssueDecision, useRevokeDecision } from './api';
import { DecisionDocument } from './decision-document';
import { LeaveOutDialog } from './leave-out-dialog';

/** One decision: the paper with its annexed list, and what may be done about it. */
export function DecisionPage() {
  const { t } = useTranslation();
  const { decisionId } = useParams({ strict: false }) as { decisionId: string };
  const decision = useDecision(decisionId);
  if (decision.error) return <ErrorState error={decision.error} retry={() => void decision.refetch()} />;
  if (!decision.data) return <Loading />;
  const { number, decidedOn, state, people, revokeReason, program } = decision.data;
  return (
    <>
      <div className="no-print">
        <Anchor renderRoot={(props) => <Link to="/quyet-dinh" {...props} />}>{t('decisions.title')}</Anchor>
        <PageHeader
          title={
            number === null ? t('decisions.draft') : t('decisions.numbered', { number, date: writeDate(decidedOn) })
          }
          subtitle={`${program.name} · ${t('decisions.sends', { count: people })}`}
        >
          <PaperButtons path={`/decisions/${decisionId}`} />
          <Actions decision={decision.data} />
        </PageHeader>
        <StateBadge family="decision" state={state} />
        {revokeReason && <Text mt="xs">“{revokeReason}”</Text>}
      </div>
      <Card withBorder p="lg" mt="md">
        <DecisionDocument decision={decision.data} />
      </Card>
    </>
  );
}

function Actions({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<'issue' | 'leave-out' | 'revoke' | null>(null);
  const discard = useDiscardDecision(decision.id, () => navigate({ to: '/quyet-dinh' }));
  const revoke = useRevokeDecision(decision.id);
  const { can } = decision;
  const close = (): void => {
    setAsked(null);
  };
  return (
    <>
      {can.discard && (
        <Button
          variant="default"
          loading={discard.isPending}
          onClick={() => {
            discard.mutate(undefined, { onError: notifyProblem });
          }}
        >
          {t('decisions.discard')}
        </Button>
      )}
      {can.leaveOut && (
        <Button
          variant="default"
          onClick={() => {
            setAsked('leave-out');
          }}
        >
          {t('decisions.leaveOut')}
        </Button>
      )}
      {can.issue && (
        <Button
          onClick={() => {
            setAsked('issue');
          }}
        >
          {t('decisions.issue')}
        </Button>
      )}
      {can.revoke && (
        <Button
          variant="default"
          onClick={() => {
            setAsked('revoke');
          }}
        >
          {t('decisions.revoke')}
        </Button>
      )}
      {asked === 'leave-out' && <LeaveOutDialog decision={decision} onClose={close} />}
      {asked === 'issue' && <IssueDialog decision={decision} onClose={close} />}
      {asked === 'revoke' && (
        <ReasonDialog
          title={t('decisions.revoke')}
          explanation={t('decisions.revokeSure', { count: decision.people })}
          submitLabel={t('decisions.revoke')}
          danger
          busy={revoke.isPending}
          error={revoke.error}
          onClose={close}
          onSubmit={(reason) => {
            revoke.mutate(reason ?? '', { onSuccess: close });
          }}
        />
      )}
    </>
  );
}

function IssueDialog({ decision, onClose }: { decision: DecisionDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const [signer, setSigner] = useState('');
  const [decidedOn, setDecidedOn] = useState<string | null>(today());
  const issue = useIssueDecision(decision.id);
  return (
    <Dialog
      opened
      title={t('decisions.issue')}
      onClose={onClose}
      submitLabel={t('decisions.issue')}
      busy={issue.isPending}
      error={issue.error}
      fields={['number', 'decidedOn', 'signer']}
      onSubmit={() => {
        issue.mutate(
          { number, signer, decidedOn: decidedOn ?? '' },
          {
            onSuccess: () => {
              notifyDone(t('decisions.issued', { number }));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('decisions.issueSure', { count: decision.people })}</Text>
      <TextInput
        data-autofocus
        label={t('decisions.number')}
        placeholder="12-QĐ/BTC"
        required
        value={number}
        error={fieldError(issue.error, 'number')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
        }}
      />
      <DateField
        label={t('decisions.decidedOn')}
        required
        value={decidedOn}
        maxDate={today()}
        error={fieldError(issue.error, 'decidedOn')}
        onChange={setDecidedOn}
      />
      <TextInput
        label={t('decisions.signer')}
        required
        value={signer}
        error={fieldError(issue.error, 'signer')}
        onChange={({ currentTarget }) => {
          setSigner(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
