import type { TFunction } from 'i18next';
import { writeDate } from '../../i18n/dates';

/** A stage in words: "Trước hạn 15/04/2026 5 ngày làm việc". @param deadline null where the day stands beside it. */
export function stageText(t: TFunction, stage: string, deadline: string | null): string {
  const [when = stage, days] = stage.split('-');
  return deadline === null
    ? t(`reminders.stagesShort.${when}`, { days })
    : t(`reminders.stages.${when}`, { deadline: writeDate(deadline), days });
}
