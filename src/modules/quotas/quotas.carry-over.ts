import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { HoldsRepository } from './holds.repository.js';
import { MinimumsRepository } from './minimums.repository.js';
import type { Movement } from './quota.types.js';
import { QuotasRepository } from './quotas.repository.js';
import { type Share, sharePlaces } from './rules/share-places.js';

/** A quota of a unit that ends, of the year of its end or a later one. */
export interface EndingQuota {
  readonly id: string;
  readonly programId: string;
  readonly period: number;
  readonly unitId: string;
  readonly places: number;
  /** Passed on to units below, reserved or taken; places held to be named later are as good as free. */
  readonly taken: number;
}

/** The quota from which an heir's nominations take from now on. */
export interface HeirQuota {
  readonly from: string;
  readonly unitId: string;
  readonly id: string;
}

/** Places of units that end. */
@Injectable()
export class QuotasCarryOver {
  constructor(
    private readonly db: Database,
    private readonly quotas: QuotasRepository,
    private readonly holds: HoldsRepository,
    private readonly minimums: MinimumsRepository,
  ) {}

  /** Quotas of these units from a year on. */
  of(unitIds: readonly string[], year: number): Promise<EndingQuota[]> {
    return this.db.rows<EndingQuota>(
      `SELECT id, program_id AS "programId", period, unit_id AS "unitId", places, places - free - held AS taken FROM quotas
       WHERE unit_id = ANY($1::uuid[]) AND period >= $2 ORDER BY id`,
      [unitIds, year],
    );
  }

  /**
   * Shares out what is not used. Places of nominations follow them; what has no heir goes back to the row above.
   * @param shares of each quota, by its id. @returns which quota each heir has now.
   */
  async carryOver(
    quotas: readonly EndingQuota[],
    shares: ReadonlyMap<string, readonly Share[]>,
    by: string,
    at: Date,
  ): Promise<HeirQuota[]> {
    const movement: Movement = { kind: 'transfer', at, by };
    const made: HeirQuota[] = [];
    for (const quota of quotas) {
      await this.letGoOfHeld(quota.id, movement);
      const minimums = await this.minimums.of(quota.id);
      await this.minimums.end(quota.id);
      const claims = shares.get(quota.id) ?? [];
      if (claims.length === 0) {
        await this.giveBack(quota, { ...movement, kind: 'return' });
        continue;
      }
      const { parts } = sharePlaces(quota.places, quota.taken, claims);
      for (const [index, part] of parts.entries()) {
        const id = await this.quotas.row(quota, part.to, false, movement);
        await this.quotas.move([{ from: quota.id, to: id, places: part.places - part.taken }], movement);
        const kept = minimums.map((minimum) => ({
          ...minimum,
          places: sharePlaces(minimum.places, 0, claims.map(withoutWishes)).parts[index]?.places ?? 0,
        }));
        await this.minimums.add(
          id,
          kept.filter(({ places }) => places > 0),
        );
        made.push({ from: quota.id, unitId: part.to, id });
      }
    }
    return made;
  }

  /** Has every row be fed by the nearest row above it, where units have come to stand elsewhere. */
  async mendTree(year: number, by: string, at: Date): Promise<void> {
    await this.db.rows(
      `SELECT feed_quota_from(q.id, quota_above(q.unit_id, q.program_id, q.period), $2, $3) FROM quotas q JOIN units u ON u.id = q.unit_id
       WHERE q.period >= $1 AND u.valid_to IS NULL AND q.parent_id IS DISTINCT FROM quota_above(q.unit_id, q.program_id, q.period)
       ORDER BY cardinality(u.path), q.id`,
      [year, at, by],
    );
  }

  private async letGoOfHeld(quotaId: string, movement: Movement): Promise<void> {
    for (const { id } of await this.holds.ofRow(quotaId))
      await this.holds.release(id, { ...movement, kind: 'release' });
  }

  private async giveBack({ id, places, taken }: EndingQuota, movement: Movement): Promise<void> {
    const row = await this.db.row<{ above: string | null }>('SELECT parent_id AS above FROM quotas WHERE id = $1', [
      id,
    ]);
    if (row?.above) await this.quotas.move([{ from: id, to: row.above, places: places - taken }], movement);
  }
}

/** A minimum is shared by people alone: what the request says of places is not said of it. */
const withoutWishes = ({ to, takes, weight }: Share): Share => ({ to, takes: 0, weight: weight + takes });
