import { placesSql } from './places.view.js';

/** Which units a person's place may come from. */
export interface PlaceOwner {
  /** SQL of the called unit's id. */
  readonly called: string;
  /** SQL of the path of units, from the top, down to where the person belongs. */
  readonly path: string;
  readonly program: string;
  readonly period: string;
  /** SQL of the person's id: what minimums of the row mean for them is told too. */
  readonly official: string;
}

/**
 * SQL of the row that a nomination of a person takes a place from, whoever nominates: the cell's, where it has places of
 * its own, else that of the nearest unit above it that has. A board's reserve is not for units below; it serves the board's
 * own people. Gives `id`, the columns of a `PlacesView` and
 * `minimums`, each as `MinimumOfPerson`.
 */
export const quotaOfPerson = ({ called, path, program, period, official }: PlaceOwner): string => `
  SELECT q.id, ${placesSql('q')}, (SELECT coalesce(jsonb_agg(jsonb_build_object('category', s.category, 'underAge', s.under_age,
      'owed', s.owed, 'member', (SELECT in_quota_category(s.category, s.under_age, q.period, person) FROM officials person
        WHERE person.id = ${official})) ORDER BY s.category), '[]') FROM quota_minimum_state s WHERE s.quota_id = q.id) AS minimums
  FROM quotas q
  WHERE q.program_id = ${program} AND q.period = ${period} AND q.unit_id = ANY(${path}) AND (NOT q.is_reserve OR q.unit_id = ${called})
  ORDER BY q.places = 0, array_position(${path}, q.unit_id) DESC LIMIT 1`;
