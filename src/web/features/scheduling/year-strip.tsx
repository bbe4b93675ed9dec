import { Paper, Text, Title } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { writeSpan } from '../../i18n/dates';
import type { Proposal } from './api';

const ROW = 18;

/**
 * The places of all classes side by side over the time that is planned. The table below says the same in words, so
 * screen readers pass over it.
 */
export function YearStrip({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const span = dayjs(proposal.to).diff(proposal.from, 'day') + 1;
  const share = (day: string): number => (dayjs(day).diff(proposal.from, 'day') / span) * 100;
  const months: string[] = [];
  for (let month = dayjs(proposal.from).startOf('month'); month.isBefore(proposal.to); month = month.add(1, 'month')) {
    if (!month.isBefore(proposal.from)) months.push(month.format('YYYY-MM-DD'));
  }
  const placed = proposal.items.flatMap(({ course, placement, locked, clashes }) => {
    const [first, last] = [placement?.days[0], placement?.days.at(-1)];
    return first && last ? [{ course, first, last, locked, clashes }] : [];
  });
  return (
    <Paper withBorder p="sm" mb="md" visibleFrom="sm" aria-hidden>
      <Title order={4} fz="md" mb="xs">
        {t('scheduling.overview')}
      </Title>
      <div style={{ position: 'relative', paddingTop: 20, height: 20 + placed.length * ROW }}>
        {months.map((month) => (
          <div
            key={month}
            style={{
              position: 'absolute',
              left: `${share(month)}%`,
              top: 0,
              bottom: 0,
              borderLeft: '1px solid #dee2e6',
            }}
          >
            <Text fz="xs" c="#5f5a54" pl={4}>
              {t('scheduling.month', { month: dayjs(month).month() + 1 })}
            </Text>
          </div>
        ))}
        {placed.map(({ course, first, last, locked, clashes }, row) => (
          <div
            key={course.id}
            title={`${course.code} · ${writeSpan(first, last)}`}
            style={{
              position: 'absolute',
              top: 20 + row * ROW,
              height: ROW - 4,
              left: `${share(first)}%`,
              width: `${Math.max(0.4, share(last) - share(first) + 100 / span)}%`,
              borderRadius: 3,
              background: clashes.length > 0 ? '#e8590c' : locked ? '#5c3d2e' : '#8f1d21',
            }}
          />
        ))}
      </div>
    </Paper>
  );
}
