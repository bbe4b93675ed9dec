import { ApiProperty } from '@nestjs/swagger';
import { QUOTA_CATEGORIES, type QuotaCategory } from './rules/minimums.js';

/** A minimum share as it was asked for. */
export class QuotaMinimumView {
  @ApiProperty({ enum: QUOTA_CATEGORIES })
  category: QuotaCategory;
  places: number;
  /** Of the young: younger than this at the end of the year. */
  @ApiProperty({ type: Number, nullable: true })
  underAge: number | null;
}

/** How far a minimum share of a row of places is met. */
export class QuotaMinimumState extends QuotaMinimumView {
  /** Such people who have a place of the row. */
  used: number;
  @ApiProperty({ description: 'max(places − used, 0): so many of the places left are kept for them.' })
  owed: number;
}

/** SQL of the minimums of a row of places. @param alias of the `quotas` row. */
export const minimumsSql = (alias: string): string =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object('category', s.category, 'places', s.places, 'underAge', s.under_age, 'used', s.used,
     'owed', s.owed) ORDER BY s.category), '[]') FROM quota_minimum_state s WHERE s.quota_id = ${alias}.id)`;
