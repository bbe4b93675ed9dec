import { daysBetween, type PlainDate } from '../../../kernel/plain-date.js';

/** A unit's places and how they were used so far, with those of the units below it. */
export interface UsedPlaces {
  /** Free, or kept for people to be named later. */
  readonly left: number;
  /** Reserved and taken. */
  readonly used: number;
  /** The day on which it got its first places. */
  readonly since: PlainDate;
  /** People in need who are not nominated. */
  readonly candidates: number;
}

/** What will become of places by their last day, if nothing is done. */
export interface Outlook {
  readonly daysLeft: number;
  /** Places used in thirty days so far, to one decimal. */
  readonly perMonth: number;
  /** Of those left, how many will be used at this rate by people there are. */
  readonly expected: number;
  /** How many will be left over. */
  readonly unused: number;
  /** Of them, for how many there are people: the unit is slow and can be pressed. */
  readonly press: number;
  /** Of them, for how many there is nobody: they are of use only elsewhere. */
  readonly surplus: number;
}

const MONTH = 30;
/** In the first third of the time nobody is called slow, unless the end is near. */
const GRACE = 1 / 3;
const NEAR = 60;

/**
 * Foresees by the rate of use since the places came. Nobody is pressed in the first third of the time unless fewer than
 * sixty days are left; places for which there is nobody are told at once.
 */
export function foresee({ left, used, since, candidates }: UsedPlaces, today: PlainDate, lastDay: PlainDate): Outlook {
  const elapsed = Math.max(daysBetween(since, today), 1);
  const daysLeft = daysBetween(today, lastDay);
  const atThisRate = Math.round((used / elapsed) * Math.max(daysLeft, 0));
  const expected = Math.min(left, candidates, atThisRate);
  const unused = left - expected;
  const surplus = left - Math.min(left, candidates);
  const early = daysLeft > NEAR && elapsed / (elapsed + daysLeft) < GRACE;
  return {
    daysLeft,
    perMonth: Math.round((used / elapsed) * MONTH * 10) / 10,
    expected,
    unused,
    press: early ? 0 : unused - surplus,
    surplus,
  };
}
