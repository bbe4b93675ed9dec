import { NOMINATION_STATES, type NominationState, type Place } from '../nomination.types.js';

const UNDECIDED = ['submitted', 'returned'] as const;
const ACCEPTED = ['approved', 'decided', 'enrolled', 'studying'] as const;

/**
 * What a state means, each meaning under the name of the SQL function that says the same (migration 090): the two places
 * where states are listed. Queries and rules ask for a meaning and never list states themselves.
 */
export const MEANINGS = {
  /** Nobody has decided on it yet. */
  is_undecided: UNDECIDED,
  /** The person goes, or is there. */
  is_accepted: ACCEPTED,
  /** It is on its way: the place that it holds can still be given back. */
  holds_place: [...UNDECIDED, ...ACCEPTED],
  /** It has a seat for good: the accepted, and those whose seat was used or went to waste. */
  keeps_seat: [...ACCEPTED, 'completed', 'not-completed', 'no-show'],
  /** Nobody is nominated for two classes of whole days at once. */
  blocks_days: [...UNDECIDED, ...ACCEPTED, 'completed'],
  /** Nobody sits in two rooms at once. */
  takes_time: [...ACCEPTED, 'completed'],
  /** It counts as a turn of study (lượt). */
  is_trainee: [...ACCEPTED, 'completed', 'not-completed'],
  /** The person cannot be nominated for the same class anew. */
  bars_nomination: NOMINATION_STATES.filter((state) => !['withdrawn', 'lapsed', 'replaced'].includes(state)),
} as const satisfies Record<string, readonly NominationState[]>;

export type Meaning = keyof typeof MEANINGS;

export const means = (meaning: Meaning, state: NominationState): boolean =>
  (MEANINGS[meaning] as readonly NominationState[]).includes(state);

/** The places that a nomination of a state can have. */
export function placesOf(state: NominationState): readonly Place[] {
  if (means('is_undecided', state)) return ['seat', 'waitlist'];
  return means('keeps_seat', state) ? ['seat'] : ['none'];
}
