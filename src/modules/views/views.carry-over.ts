import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Inheritance } from '../units/index.js';

/** Kept views of units that end, or that ask for one. */
@Injectable()
export class ViewsCarryOver {
  constructor(private readonly db: Database) {}

  /**
   * They are shared by, and ask for, the heir: the only one there is, else the one that stands for the whole. Where there
   * is none they stay as they were, and show nothing of today.
   */
  async carryOver({ ended }: Inheritance): Promise<void> {
    const heirs = ended.map(({ unitId, main, heirs: [only, ...others] }) => ({
      unit: unitId,
      heir: others.length === 0 ? (only ?? null) : main,
    }));
    await this.db.write(
      `WITH heir AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS h(unit uuid, heir uuid) WHERE heir IS NOT NULL)
       UPDATE saved_views v SET unit_id = coalesce(owner.heir, v.unit_id), query = v.query
         || CASE WHEN asked.heir IS NULL THEN '{}' ELSE jsonb_build_object('unitId', asked.heir) END
       FROM saved_views before LEFT JOIN heir owner ON owner.unit = before.unit_id
         LEFT JOIN heir asked ON asked.unit::text = before.query ->> 'unitId'
       WHERE before.id = v.id AND (owner.heir IS NOT NULL OR asked.heir IS NOT NULL)`,
      [JSON.stringify(heirs)],
    );
  }
}
