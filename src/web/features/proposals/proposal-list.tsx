import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { notifyProblem } from '../../components/notify';
import { EmptyState } from '../../components/states';
import { type EndorsedLine, type Proposal, useEndorse, useOrder } from './api';
import { ProposalRow } from './proposal-row';

const LIVE: readonly Proposal['state'][] = ['proposed', 'reserve', 'interest', 'returned'];

/** Proposals of a class: those that live in the committee's order, then what became of the others. */
export function ProposalList({
  courseId,
  proposals,
  ordering,
}: {
  courseId: string;
  proposals: readonly Proposal[];
  ordering: boolean;
}) {
  const { t } = useTranslation();
  const live = proposals.filter(({ state }) => LIVE.includes(state));
  const over = proposals.filter(({ state }) => !LIVE.includes(state));
  const ready = live.filter(({ can }) => can.endorse);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [lines, setLines] = useState<readonly EndorsedLine[]>([]);
  const [dragged, setDragged] = useState<string | null>(null);
  const order = useOrder(courseId);
  const endorse = useEndorse(courseId);
  const chosen = ready.filter(({ id, state }) => left.has(id) !== (state === 'proposed'));
  const move = (id: string, to: number): void => {
    const ids = live.map((proposal) => proposal.id).filter((other) => other !== id);
    ids.splice(Math.max(0, to), 0, id);
    order.mutate(ids, { onError: notifyProblem });
  };
  const toggle = (id: string): void => {
    setLeft((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  };
  const row = (proposal: Proposal, index: number) => (
    <ProposalRow
      key={proposal.id}
      proposal={proposal}
      rank={index + 1}
      line={lines.find(({ proposalId }) => proposalId === proposal.id)}
      ordering={
        ordering && LIVE.includes(proposal.state)
          ? {
              checked: chosen.some(({ id }) => id === proposal.id),
              onToggle: () => {
                toggle(proposal.id);
              },
              onMove: (by) => {
                move(proposal.id, index + by);
              },
              onDrag: setDragged,
              onDrop: () => {
                if (dragged !== null && dragged !== proposal.id) move(dragged, index);
                setDragged(null);
              },
              first: index === 0,
              last: index === live.length - 1,
            }
          : undefined
      }
    />
  );
  return (
    <Card withBorder component="section" aria-label={t('proposing.list')}>
      <Title order={3} fz="lg" mb="xs">
        {t('proposing.list')}
      </Title>
      {ordering && live.length > 1 && (
        <Text fz="sm" c="#5f5a54" mb="sm">
          {t('proposing.orderHint')}
        </Text>
      )}
      {proposals.length === 0 && <EmptyState title={t('proposing.none')}>{t('proposing.noneHint')}</EmptyState>}
      <Stack gap={0} component="ol" m={0} p={0}>
        {live.map(row)}
      </Stack>
      {ordering && ready.length > 0 && (
        <Group mt="md">
          <Button
            size="lg"
            disabled={chosen.length === 0}
            loading={endorse.isPending}
            onClick={() => {
              endorse.mutate(
                chosen.map(({ id }) => id),
                {
                  onError: notifyProblem,
                  onSuccess: ({ items }) => {
                    setLines(items);
                    setLeft(new Set());
                  },
                },
              );
            }}
          >
            {t('proposing.endorse', { count: chosen.length })}
          </Button>
        </Group>
      )}
      {lines.length > 0 && (
        <Group mt="sm" gap="xs" role="status" aria-live="polite">
          {(['seated', 'waitlisted', 'refused'] as const).map((outcome) => (
            <Group key={outcome} gap={4}>
              <StateBadge family="outcome" state={outcome} />
              <Text>{lines.filter((line) => line.outcome === outcome).length}</Text>
            </Group>
          ))}
        </Group>
      )}
      {over.length > 0 && (
        <>
          <Title order={4} mt="lg" mb="xs">
            {t('proposing.over')}
          </Title>
          <Stack gap={0} component="ol" m={0} p={0}>
            {over.map(row)}
          </Stack>
        </>
      )}
    </Card>
  );
}
