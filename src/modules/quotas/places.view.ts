import { ApiProperty } from '@nestjs/swagger';

/**
 * The arithmetic of "places left", the same on every screen: what came in, less what was passed on to units below, what
 * is held to be named later, what nominations reserve and what approved ones have taken.
 */
export class PlacesView {
  /** What came in: granted, or allocated from above. */
  places: number;
  /** Given to units below. */
  passedOn: number;
  /** Kept for people to be named later. */
  held: number;
  /** Of nominations that wait for a decision. */
  reserved: number;
  /** Of approved nominations. */
  taken: number;
  @ApiProperty({ description: 'places − passedOn − held − reserved − taken.' })
  left: number;
}

/** SQL columns of a `PlacesView`. @param alias of the `quotas` row. */
export const placesSql = (alias: string): string =>
  `${alias}.places, ${alias}.passed_on AS "passedOn", ${alias}.held, ${alias}.reserved, ${alias}.taken, ${alias}.free AS left`;

/** SQL columns of the sum of several rows as one `PlacesView`: what one row passed to another among them is counted once. */
export const placesSumSql = (alias: string): string =>
  `(sum(${alias}.places) - sum(${alias}.passed_on))::int AS places, 0 AS "passedOn", sum(${alias}.held)::int AS held,
   sum(${alias}.reserved)::int AS reserved, sum(${alias}.taken)::int AS taken, sum(${alias}.free)::int AS left`;
