import type { RowProblem, Value, Values } from '../import.types.js';
import type { Recorded } from './compare.js';

/** What somebody new must have; an official already recorded keeps what a row leaves empty. */
const NEEDED = ['fullName', 'gender', 'post', 'category'] as const;

export interface BrokenRule {
  readonly field: string;
  readonly rule: string;
  readonly facts?: RowProblem['facts'];
}

/** Which fields somebody new still lacks. */
export const missingOfNew = (row: Values): BrokenRule[] => [
  ...NEEDED.filter((field) => (row[field] ?? null) === null).map((field) => ({ field, rule: 'cell.empty' })),
  ...((row.bornOn ?? row.birthYear ?? null) === null ? [{ field: 'bornOn', rule: 'cell.empty' }] : []),
];

/** What an official's row is held against besides the record itself. */
export interface Measures {
  readonly today: string;
  /** The ladder of political theory, lowest first. */
  readonly levels: readonly string[];
  /** Whether the recorded level of political theory was given by a class of ours. */
  readonly conferred: boolean;
}

/**
 * What would not fit together once the row is applied: dates out of order, a major without a level, a level given by a
 * class of ours that a list would take back.
 */
export function misfits(row: Values, recorded: Recorded | null, { today, levels, conferred }: Measures): BrokenRule[] {
  const after = (field: string): Value => row[field] ?? recorded?.[field] ?? null;
  const date = (field: string): string | null => (after(field) === null ? null : String(after(field)));
  const [born, probationary, full] = [date('bornOn'), date('probationaryOn'), date('fullMemberOn')];
  const lowered = levels.indexOf(String(row.llctLevel)) < levels.indexOf(String(recorded?.llctLevel));
  const broken = [
    born !== null && born > today && { field: 'bornOn', rule: 'import.in-the-future' },
    born !== null &&
      probationary !== null &&
      probationary < born && { field: 'probationaryOn', rule: 'import.before-birth' },
    probationary !== null &&
      full !== null &&
      full < probationary && { field: 'fullMemberOn', rule: 'import.before-probation' },
    after('major') !== null &&
      after('professionalLevel') === null && { field: 'major', rule: 'import.major-without-level' },
    conferred && (row.llctLevel ?? null) !== null && lowered && { field: 'llctLevel', rule: 'import.level-conferred' },
  ];
  return broken.filter((rule) => rule !== false);
}

/** What a row says of planning (quy hoạch) is held against this. */
export interface PlanningStanding {
  readonly today: string;
  /** Posts that the person is planned for. */
  readonly plannings: number;
  /** Planning is the board's alone. */
  readonly mayConfirm: boolean;
}

/** Why the day of a confirmation cannot be recorded: a list confirms what is planned, and never says for what. */
export function planningFaults(
  { planningConfirmedOn: day }: Values,
  { today, plannings, mayConfirm }: PlanningStanding,
): BrokenRule[] {
  if ((day ?? null) === null) return [];
  const field = 'planningConfirmedOn';
  if (!mayConfirm) return [{ field, rule: 'import.planning-of-the-board' }];
  if (plannings === 0) return [{ field, rule: 'import.no-planning' }];
  return String(day) > today ? [{ field, rule: 'import.planning-in-the-future' }] : [];
}

/**
 * A row with the birth as it will be recorded: a year that agrees with the day we know says nothing new, and a day says
 * its year.
 */
export function birthOfRow(row: Values, recorded: Recorded | null): Pick<Values, 'bornOn' | 'birthYear'> {
  const bornOn = row.bornOn ?? null;
  if (bornOn !== null) return { bornOn, birthYear: null };
  const birthYear = row.birthYear ?? null;
  return { bornOn: null, birthYear: birthYear === (recorded?.birthYear ?? null) ? null : birthYear };
}
