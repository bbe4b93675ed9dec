import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { PlacesOf } from './quota.types.js';
import type { Minimum, QuotaCategory } from './rules/minimums.js';

/** What a unit is to have as minimums, instead of what it has. */
export interface MinimumsOfUnit {
  readonly unitId: string;
  readonly minimums: readonly Minimum[];
}

/** A row on which fewer places are left than are owed to a category. */
export interface BrokenMinimum {
  readonly unitId: string;
  readonly category: QuotaCategory;
  readonly owed: number;
  readonly left: number;
}

/** Writes of minimum shares; who counts towards them follows the nominations (migration 062). */
@Injectable()
export class MinimumsRepository {
  constructor(private readonly db: Database) {}

  /** The rows of these units are held already. */
  async set({ programId, period }: PlacesOf, units: readonly MinimumsOfUnit[]): Promise<void> {
    const values = [programId, period, JSON.stringify(units)];
    const asked = `jsonb_to_recordset($3::jsonb) AS a("unitId" uuid, minimums jsonb) JOIN quotas q ON q.unit_id = a."unitId"
      AND q.program_id = $1 AND q.period = $2`;
    await this.db.write(
      `DELETE FROM quota_minimums m USING ${asked}
       WHERE m.quota_id = q.id AND NOT a.minimums @> jsonb_build_array(jsonb_build_object('category', m.category))`,
      values,
    );
    await this.db.write(
      `INSERT INTO quota_minimums AS m (quota_id, category, places, under_age)
       SELECT q.id, w.category, w.places, w."underAge"
       FROM ${asked}, jsonb_to_recordset(a.minimums) AS w(category text, places int, "underAge" int)
       ON CONFLICT ON CONSTRAINT quota_minimum_once_per_category DO UPDATE SET places = excluded.places, under_age = excluded.under_age
       WHERE (m.places, m.under_age) IS DISTINCT FROM (excluded.places, excluded.under_age)`,
      values,
    );
  }

  /** Of a program and year; none at any commit. */
  broken({ programId, period }: PlacesOf): Promise<BrokenMinimum[]> {
    return this.db.rows(
      `SELECT q.unit_id AS "unitId", s.category, s.owed, s.open AS left FROM quota_minimum_state s JOIN quotas q ON q.id = s.quota_id
       WHERE q.program_id = $1 AND q.period = $2 AND s.open < s.owed ORDER BY q.unit_id, s.category`,
      [programId, period],
    );
  }

  /** Those of a row. */
  of(quotaId: string): Promise<Minimum[]> {
    return this.db.rows(
      'SELECT category, places, under_age AS "underAge" FROM quota_minimums WHERE quota_id = $1 ORDER BY category',
      [quotaId],
    );
  }

  /** Takes the minimums of a row that ends over to another, on top of what that one has. */
  async add(quotaId: string, minimums: readonly Minimum[]): Promise<void> {
    await this.db.write(
      `INSERT INTO quota_minimums AS m (quota_id, category, places, under_age)
       SELECT $1, w.category, w.places, w."underAge" FROM jsonb_to_recordset($2::jsonb) AS w(category text, places int, "underAge" int)
       ON CONFLICT ON CONSTRAINT quota_minimum_once_per_category DO UPDATE SET places = m.places + excluded.places`,
      [quotaId, JSON.stringify(minimums)],
    );
  }

  async end(quotaId: string): Promise<void> {
    await this.db.write('DELETE FROM quota_minimums WHERE quota_id = $1', [quotaId]);
  }
}
