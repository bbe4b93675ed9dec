import type { PlainDate } from '../../../kernel/plain-date.js';
import { type Need, NEED_CAUSES } from './find-needs.js';

/** What a line of the table is ranked by; the last two make every line stand somewhere. */
export interface RankedRow {
  /** People who need it within the period. */
  readonly people: number;
  /** Of them, those who lack it today. */
  readonly now: number;
  /** The earliest day by which somebody must have it; null where nobody needs it. */
  readonly earliest: PlainDate | null;
  readonly unitCode: string;
  readonly programKey: string;
}

/**
 * Most people first; of as many, where more lack it today; then where it is due earlier; then by unit and program.
 * @returns negative when `a` stands before `b`; 0 only for the same unit and program.
 */
export function compareRows(a: RankedRow, b: RankedRow): number {
  return (
    b.people - a.people ||
    b.now - a.now ||
    compareText(a.earliest ?? '9999', b.earliest ?? '9999') ||
    compareText(a.unitCode, b.unitCode) ||
    compareText(a.programKey, b.programKey)
  );
}

/** What a person is ranked by. */
export interface RankedPerson extends Pick<Need, 'cause' | 'by' | 'asked' | 'has'> {
  readonly officialId: string;
}

/**
 * Who is due earliest first; of one day, who lacks it in the post they hold before who is planned; then who has the
 * further to go; then by id, so that the order is the same each time.
 * @param ladder of the level, lowest first.
 */
export function comparePeople(a: RankedPerson, b: RankedPerson, ladder: readonly string[]): number {
  const steps = ({ asked, has }: RankedPerson): number =>
    ladder.indexOf(asked) - (has === null ? 0 : ladder.indexOf(has));
  return (
    compareText(a.by, b.by) ||
    NEED_CAUSES.indexOf(a.cause) - NEED_CAUSES.indexOf(b.cause) ||
    steps(b) - steps(a) ||
    compareText(a.officialId, b.officialId)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
