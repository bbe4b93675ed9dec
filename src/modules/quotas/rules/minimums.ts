import { apportion } from './apportionment/apportion.js';
import type { ApportionmentMethod } from './apportionment/claim.js';

/** Whom a minimum share of places can be for. */
export const QUOTA_CATEGORIES = ['women', 'ethnic', 'young'] as const;
export type QuotaCategory = (typeof QUOTA_CATEGORIES)[number];

/** At least so many of a row's places are for these people. */
export interface Minimum {
  readonly category: QuotaCategory;
  readonly places: number;
  /** Of the young: younger than this at the end of the year; null for the others. */
  readonly underAge: number | null;
}

/** A minimum as one person meets it. */
export interface MinimumOfPerson {
  readonly category: QuotaCategory;
  readonly underAge: number | null;
  /** Places that still have to go to such people. */
  readonly owed: number;
  /** Whether the person is one of them; null: the record does not say. */
  readonly member: boolean | null;
}

/** A minimum of all places to share, and how it is to be spread. */
export interface WishedMinimum extends Minimum {
  /** What each unit gets of it; without, it is spread by the method in proportion to the units' places. */
  readonly byUnit?: Readonly<Record<string, number>>;
}

/** A minimum that the units' places cannot hold. */
export interface MinimumTooLarge {
  readonly index: number;
  readonly most: number;
}

/** The minimums of each unit, in the order of the units; no unit gets a larger one than it has places. */
export function spreadMinimums(
  method: ApportionmentMethod,
  units: readonly { readonly unitId: string; readonly places: number }[],
  wishes: readonly WishedMinimum[],
): readonly (readonly Minimum[])[] | MinimumTooLarge {
  const spread: Minimum[][] = units.map(() => []);
  for (const [index, { category, underAge, places, byUnit }] of wishes.entries()) {
    const claims = units.map(({ places: of }) => ({ weight: of, floor: 0, ceiling: of }));
    const given = byUnit
      ? units.map(({ unitId, places: of }) => Math.min(byUnit[unitId] ?? 0, of))
      : apportion(method, places, claims)?.places;
    const total = given?.reduce((sum, part) => sum + part, 0) ?? 0;
    const asked = byUnit ? Object.values(byUnit).reduce((sum, part) => sum + part, 0) : places;
    if (!given || total < asked) return { index, most: units.reduce((sum, unit) => sum + unit.places, 0) };
    given.forEach((part, unit) => {
      if (part > 0) spread[unit]?.push({ category, places: part, underAge });
    });
  }
  return spread;
}
