import { ActionIcon, Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { type EndorsedLine, type Proposal, type ProposalStep, useProposalStep } from './api';

/** How a row is chosen and moved: by its mark, by hand, by two buttons, by Alt and an arrow. */
export interface Ordering {
  checked: boolean;
  onToggle: () => void;
  onMove: (by: -1 | 1) => void;
  onDrag: (id: string) => void;
  onDrop: () => void;
  first: boolean;
  last: boolean;
}

const STEPS = ['propose', 'keepAsReserve', 'return', 'decline', 'declineWish', 'withdraw'] as const;
const WITH_REASON: readonly ProposalStep[] = ['return', 'decline', 'declineWish'];

/** One proposal: who, from which cell, where it stands, what may be done about it. */
export function ProposalRow({
  proposal,
  rank,
  ordering,
  line,
}: {
  proposal: Proposal;
  rank: number;
  ordering: Ordering | undefined;
  line: EndorsedLine | undefined;
}) {
  const { t } = useTranslation();
  const { id, official, cell, state, note, reason, can } = proposal;
  const keys = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null || !ordering || (by < 0 ? ordering.first : ordering.last)) return;
    event.preventDefault();
    ordering.onMove(by);
  };
  return (
    <Group
      component="li"
      align="flex-start"
      wrap="nowrap"
      py="sm"
      gap="sm"
      draggable={ordering !== undefined}
      onKeyDown={keys}
      onDragStart={() => ordering?.onDrag(id)}
      onDragOver={(event) => {
        if (ordering) event.preventDefault();
      }}
      onDrop={() => ordering?.onDrop()}
      style={{ borderTop: '1px solid #e7e1d9' }}
    >
      {ordering && (
        <Group gap={4} wrap="nowrap">
          <IconGripVertical aria-hidden color="#5f5a54" size={18} style={{ cursor: 'grab' }} />
          <Checkbox
            size="lg"
            aria-label={official.fullName}
            checked={ordering.checked}
            disabled={!can.endorse}
            onChange={ordering.onToggle}
          />
        </Group>
      )}
      <div style={{ minWidth: 0, flex: 1 }}>
        <Group gap={8}>
          <Text fw={700}>{rank}.</Text>
          <Anchor
            fw={600}
            renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: official.id }} {...props} />}
          >
            {official.fullName}
          </Anchor>
          <StateBadge family="proposal" state={state} />
        </Group>
        <Text fz="sm" c="#5f5a54">
          {[official.post, cell.name, proposal.bySelf ? t('own.wishMark') : null].filter(Boolean).join(' · ')}
        </Text>
        {note && <Text fz="sm">{note}</Text>}
        {reason && <Text fz="sm">“{reason}”</Text>}
        {line?.outcome === 'refused' &&
          line.checks
            .filter(({ result }) => result === 'fail' || result === 'needsException')
            .map(({ rule, message, mend }) => (
              <Text key={rule} fz="sm" c="#8f1d21">
                {message} {mend}
              </Text>
            ))}
        <ProposalButtons proposal={proposal} />
      </div>
      {ordering && <MoveButtons name={official.fullName} ordering={ordering} />}
    </Group>
  );
}

function MoveButtons({ name, ordering }: { name: string; ordering: Ordering }) {
  const { t } = useTranslation();
  const button = (by: -1 | 1) => (
    <ActionIcon
      size="lg"
      variant="default"
      disabled={by < 0 ? ordering.first : ordering.last}
      aria-label={t(by < 0 ? 'proposing.up' : 'proposing.down', { name })}
      onClick={() => {
        ordering.onMove(by);
      }}
    >
      {by < 0 ? <IconArrowUp size={18} aria-hidden /> : <IconArrowDown size={18} aria-hidden />}
    </ActionIcon>
  );
  return (
    <Group gap={4} wrap="nowrap">
      {button(-1)}
      {button(1)}
    </Group>
  );
}

function ProposalButtons({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const step = useProposalStep();
  const [asked, setAsked] = useState<ProposalStep | null>(null);
  const name = proposal.official.fullName;
  const take = (which: ProposalStep, reason?: string): void => {
    // The line may have moved to another part of the page by then: what was done is said all the same.
    void step.mutateAsync({ id: proposal.id, step: which, ...(reason && { reason }) }).then(
      () => {
        notifyDone(t(`proposing.done.${which}`, { name }));
        setAsked(null);
      },
      (error: unknown) => {
        if (!WITH_REASON.includes(which)) notifyProblem(error);
      },
    );
  };
  const possible = STEPS.filter((which) => proposal.can[which]);
  if (possible.length === 0) return null;
  return (
    <Group gap={6} mt={6}>
      {possible.map((which) => (
        <Button
          key={which}
          size="compact-md"
          variant={which === 'propose' ? 'filled' : 'default'}
          onClick={() => {
            if (WITH_REASON.includes(which)) setAsked(which);
            else take(which);
          }}
        >
          {t(`proposing.do.${which}`)}
        </Button>
      ))}
      {asked && (
        <ReasonDialog
          title={`${t(`proposing.do.${asked}`)}: ${name}`}
          submitLabel={t(`proposing.do.${asked}`)}
          danger={asked === 'decline' || asked === 'declineWish'}
          busy={step.isPending}
          error={step.error}
          onClose={() => {
            setAsked(null);
          }}
          onSubmit={(reason) => {
            take(asked, reason);
          }}
        />
      )}
    </Group>
  );
}
