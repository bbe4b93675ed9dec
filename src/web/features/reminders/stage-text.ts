import type { TFunction } from 'i18next';
import type { Schema } from '../../api/client';
import { writeDate } from '../../i18n/dates';

export type Trigger = Schema<'TriggerView'>['trigger'];

/**
 * A time of a trigger in words: "Trước hạn 15/04/2026 5 ngày làm việc".
 * @param day that it counts from; null where it stands beside it or there is none.
 */
export function stageText(
  t: TFunction,
  { trigger, stage }: { trigger: Trigger; stage: string },
  day: string | null,
): string {
  const [when = stage, days] = stage.split('-');
  return day === null
    ? t(`reminders.stagesShort.${trigger}.${when}`, { days })
    : t(`reminders.stages.${trigger}.${when}`, { day: writeDate(day), days });
}

/** The name under which the server keeps a time of a policy. */
export function stageOf(trigger: Trigger, workingDays: number): string {
  if (trigger === 'opening') return 'call';
  if (trigger === 'free-places') return 'free';
  return workingDays === 0 ? 'due' : `${workingDays < 0 ? 'before' : 'after'}-${Math.abs(workingDays)}`;
}
