import { ATTENDANCE_RULES, type AttendanceFinding } from '../attendance/index.js';
import { DECISION_RULES, type DecisionFinding } from '../decisions/index.js';
import { SEAT_RULES, type SeatFinding } from '../nominations/index.js';
import { LEDGER_RULES, type LedgerFinding } from '../quotas/index.js';

/** What the rooms below find, each in its own words: ids and numbers, no names. */
export type Finding = LedgerFinding | SeatFinding | DecisionFinding | AttendanceFinding;

/** Parts of the data, and what must always be so in each. */
export const SOUND = {
  places: LEDGER_RULES,
  seats: SEAT_RULES,
  decisions: DECISION_RULES,
  attendance: ATTENDANCE_RULES,
} as const;
export type SoundPart = keyof typeof SOUND;
export const SOUND_PARTS = Object.keys(SOUND) as SoundPart[];
export const SOUND_RULES = SOUND_PARTS.flatMap((part): readonly Finding['rule'][] => SOUND[part]);
