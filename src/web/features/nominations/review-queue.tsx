import { Badge, Button, Card, Checkbox, Group, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core';
import { memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import { type PaperKind, useWritePapers } from '../papers/api';
import type { Nomination } from './api';
import { approvalNeedsReason } from './review-api';

/** The queue and the person stand side by side. */
const BESIDE = '(min-width: 62em)';

/** Those who wait for a decision, each to be looked at, or chosen with others. */
export function ReviewQueue({
  waiting,
  current,
  chosen,
  missing,
  onSelect,
  onChoose,
}: {
  waiting: readonly Nomination[];
  current: string;
  chosen: ReadonlySet<string>;
  /** Papers that are not there yet, by nomination. */
  missing: ReadonlyMap<string, readonly PaperKind[]>;
  onSelect: (id: string) => void;
  /** @param range with everybody between this one and the one before. */
  onChoose: (id: string, range: boolean) => void;
}) {
  const { t } = useTranslation();
  const latest = useRef({ onSelect, onChoose });
  useEffect(() => {
    latest.current = { onSelect, onChoose };
  });
  const select = useCallback((id: string) => {
    latest.current.onSelect(id);
  }, []);
  const choose = useCallback((id: string, range: boolean) => {
    latest.current.onChoose(id, range);
  }, []);
  return (
    <Card withBorder p={0}>
      <ScrollArea.Autosize mah="70vh">
        <Stack gap={0} component="ul" m={0} p={0} aria-label={t('review.queue')}>
          {waiting.map((nomination) => (
            <QueueLine
              key={nomination.id}
              nomination={nomination}
              current={nomination.id === current}
              chosen={chosen.has(nomination.id)}
              missing={missing.get(nomination.id)}
              onSelect={select}
              onChoose={choose}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Card>
  );
}

/** Drawn again only when something of its own changes: two hundred wait at a time. */
const QueueLine = memo(function QueueLine({
  nomination,
  current,
  chosen,
  missing,
  onSelect,
  onChoose,
}: {
  nomination: Nomination;
  current: boolean;
  chosen: boolean;
  missing: readonly PaperKind[] | undefined;
  onSelect: (id: string) => void;
  onChoose: (id: string, range: boolean) => void;
}) {
  const { t } = useTranslation();
  const write = useWritePapers();
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Where the queue stands below the person, on a small screen, the page must not run away to it.
    if (current && window.matchMedia(BESIDE).matches) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const { id, official, unit, course, late } = nomination;
  return (
    <li
      ref={line}
      style={{
        listStyle: 'none',
        display: 'flex',
        alignItems: 'center',
        borderBottom: '1px solid #e7e1d9',
        background: current ? '#fdf1f0' : undefined,
        borderLeft: `5px solid ${current ? '#8f1d21' : 'transparent'}`,
      }}
    >
      <Checkbox
        size="md"
        pl="sm"
        aria-label={t('review.choose', { name: official.fullName })}
        checked={chosen}
        onChange={() => undefined}
        onClick={(event) => {
          onChoose(id, event.shiftKey);
          // After the mouse the keys are for the queue again; who tabs keeps their place.
          if (event.detail > 0) event.currentTarget.blur();
        }}
      />
      <UnstyledButton
        p="sm"
        style={{ flex: 1, minWidth: 0 }}
        aria-current={current}
        onClick={(event) => {
          if (event.shiftKey) onChoose(id, true);
          else onSelect(id);
        }}
      >
        <Group gap={6}>
          <Text fw={600}>{official.fullName}</Text>
          {approvalNeedsReason(nomination) && <Badge color="orange.9">{t('review.needsReason')}</Badge>}
        </Group>
        <Text fz="sm" c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
          {[
            unit.name,
            course.code,
            course.deadline && t('review.deadline', { day: writeDate(course.deadline) }),
            late && t('nominations.late'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {missing && (
          <Text fz="sm" fw={600} c="#7a4a00" style={{ overflowWrap: 'anywhere' }}>
            {t('papers.lacks', { papers: write(missing) })}
          </Text>
        )}
      </UnstyledButton>
    </li>
  );
});

/** What is done with all who are chosen. */
export function ChosenBar({
  count,
  onDecide,
  onClear,
}: {
  count: number;
  onDecide: (step: 'approve' | 'return' | 'reject') => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Card withBorder mt="sm" p="sm" role="status" shadow="md" style={{ position: 'sticky', bottom: 0, zIndex: 5 }}>
      <Group gap="xs">
        <Text fw={600}>{t('review.chosen', { count })}</Text>
        {(['approve', 'return', 'reject'] as const).map((step) => (
          <Button
            key={step}
            size="compact-md"
            variant={step === 'approve' ? 'filled' : 'default'}
            onClick={() => {
              onDecide(step);
            }}
          >
            {t(`nominations.do.${step}`)} ({count})
          </Button>
        ))}
        <Button size="compact-md" variant="subtle" color="gray.8" onClick={onClear}>
          {t('review.clear')}
        </Button>
      </Group>
    </Card>
  );
}
