import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Inheritance } from '../units/index.js';

/** Accounts of units that end. Those of officials are nobody's to carry: they go with their official (migration 108). */
@Injectable()
export class AccountsCarryOver {
  constructor(private readonly db: Database) {}

  /** Active accounts by unit. */
  async count(unitIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unitId: string; n: number }>(
      `SELECT unit_id AS "unitId", count(*)::int AS n FROM accounts WHERE unit_id = ANY($1::uuid[]) AND active AND role <> 'official' GROUP BY 1`,
      [unitIds],
    );
    return new Map(rows.map(({ unitId, n }) => [unitId, n]));
  }

  /** They go on in the heir of what is no person's; where there is none they are switched off and logged out. */
  async carryOver({ ended }: Inheritance): Promise<void> {
    const heirs = JSON.stringify(ended.map(({ unitId, main }) => ({ unit: unitId, main })));
    await this.db.write(
      `WITH heir AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS h(unit uuid, main uuid)),
       closed AS (DELETE FROM sessions s USING accounts a, heir h
         WHERE s.account_id = a.id AND a.unit_id = h.unit AND a.role <> 'official' AND h.main IS NULL)
       UPDATE accounts a SET unit_id = coalesce(h.main, a.unit_id), active = a.active AND h.main IS NOT NULL
       FROM heir h WHERE a.unit_id = h.unit AND a.role <> 'official'`,
      [heirs],
    );
  }
}
