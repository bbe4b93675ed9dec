import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { MARKS, type Tally } from './api';

const HOUR = 60;
const WELL: readonly string[] = ['met', 'on-track'];

/** Minutes as hours, as the reader writes numbers. */
export const useHours = (): ((minutes: number) => string) => {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (minutes) => format.format(minutes / HOUR);
};

/** What somebody attended of what was recorded; how often they were late or away; how that stands against the minimum. */
export function TallyLine({
  tally,
  compact = false,
  warnsOnly = false,
}: {
  tally: Tally;
  compact?: boolean;
  /** Says nothing where all is well. */
  warnsOnly?: boolean;
}) {
  const { t } = useTranslation();
  const hours = useHours();
  const exceptions = MARKS.filter((mark) => mark !== 'present' && tally.marks[mark] > 0);
  return (
    <Group gap="xs" component="span">
      <Text span fz="sm">
        {t('attendance.share', { attended: hours(tally.attendedMinutes), marked: hours(tally.markedMinutes) })}
        {!compact &&
          exceptions.map((mark) => ` · ${t(`attendance.times.${mark}`, { count: tally.marks[mark] })}`).join('')}
      </Text>
      {tally.standing && !(warnsOnly && WELL.includes(tally.standing)) && (
        <StateBadge family="attendance" state={tally.standing} />
      )}
    </Group>
  );
}
