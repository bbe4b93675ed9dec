import { Injectable } from '@nestjs/common';
import { type PlainDate, yearOf } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { EndedUnit, Inheritance } from '../units/index.js';
import type { PlannedLine } from './plan.types.js';
import { PlansRepository } from './plans.repository.js';
import { heirLines } from './rules/heir-lines.js';

interface DraftLine extends Omit<PlannedLine, 'standsFor'> {
  readonly versionId: string;
  /** The unit whose plan it is. */
  readonly holderId: string;
}

/** Plans of units that end, and lines that speak of them. */
@Injectable()
export class PlansCarryOver {
  constructor(
    private readonly db: Database,
    private readonly plans: PlansRepository,
  ) {}

  /** Plans of each unit that are not wholly past on a day. */
  count(unitIds: readonly string[], on: PlainDate): Promise<Map<string, number>> {
    return this.tally(
      `SELECT unit_id AS "unitId", count(*)::int AS n FROM training_plans
       WHERE unit_id = ANY($1::uuid[]) AND last_year >= $2 GROUP BY 1`,
      [unitIds, yearOf(on)],
    );
  }

  /** Lines of drafts that speak of each unit. */
  countLines(unitIds: readonly string[]): Promise<Map<string, number>> {
    return this.tally(
      `SELECT l.unit_id AS "unitId", count(*)::int AS n FROM plan_lines l JOIN plan_versions v ON v.id = l.version_id
       WHERE l.unit_id = ANY($1::uuid[]) AND v.state = 'draft' GROUP BY 1`,
      [unitIds],
    );
  }

  /**
   * A plan goes to the heir of what is no person's, unless the heir has one of the same years: of several the one that is
   * approved, then the one with the most lines. Others stay with the unit that ended, to be read. Lines of drafts speak of
   * the heir from now on; what was approved stays word for word.
   */
  async carryOver(inheritance: Inheritance): Promise<void> {
    await this.carryPlans(inheritance);
    await this.carryLines(inheritance.ended);
  }

  private async carryPlans({ on, ended }: Inheritance): Promise<void> {
    await this.db.write(
      `UPDATE training_plans p SET unit_id = c.heir, former_unit_ids = p.former_unit_ids || p.unit_id FROM (
         SELECT DISTINCT ON (h.main, q.first_year, q.last_year) q.id, h.main AS heir
         FROM training_plans q JOIN jsonb_to_recordset($1::jsonb) AS h("unitId" uuid, main uuid) ON h."unitId" = q.unit_id
         WHERE h.main IS NOT NULL AND q.last_year >= $2 AND NOT EXISTS (SELECT 1 FROM training_plans own
           WHERE own.unit_id = h.main AND own.first_year = q.first_year AND own.last_year = q.last_year)
         ORDER BY h.main, q.first_year, q.last_year,
           EXISTS (SELECT 1 FROM plan_versions v WHERE v.plan_id = q.id AND v.state = 'approved') DESC,
           (SELECT count(*) FROM plan_lines l JOIN plan_versions v ON v.id = l.version_id WHERE v.plan_id = q.id) DESC, q.id) c
       WHERE p.id = c.id`,
      [JSON.stringify(ended), yearOf(on)],
    );
  }

  private async carryLines(ended: readonly EndedUnit[]): Promise<void> {
    const heirs = new Map(ended.map(({ unitId, main }) => [unitId, main]));
    const lines = await this.db.rows<DraftLine>(
      `SELECT l.id, l.version_id AS "versionId", p.unit_id AS "holderId", l.program_id AS "programId", l.unit_id AS "unitId", l.classes,
         l.trainees, l.first_month AS "firstMonth", l.last_month AS "lastMonth", l.note
       FROM plan_lines l JOIN plan_versions v ON v.id = l.version_id JOIN training_plans p ON p.id = v.plan_id
       WHERE v.state = 'draft' AND EXISTS (SELECT 1 FROM plan_lines ending WHERE ending.version_id = v.id
         AND ending.unit_id = ANY($1::uuid[])) ORDER BY l.version_id, l.id`,
      [ended.map(({ unitId }) => unitId)],
    );
    for (const versionId of new Set(lines.map((line) => line.versionId))) {
      const own = lines.filter((line) => line.versionId === versionId);
      const after = heirLines(
        own.map(({ id: _, versionId: __, holderId: ___, ...line }) => line),
        // Of a unit torn apart the line goes to all units together: where its places will be asked for nobody said.
        (unitId) => (heirs.has(unitId) ? (heirs.get(unitId) ?? own[0]?.holderId ?? unitId) : unitId),
      );
      await this.plans.claim(versionId);
      await this.plans.replaceLines(own, versionId, after);
    }
  }

  private async tally(sql: string, values: unknown[]): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ unitId: string; n: number }>(sql, values);
    return new Map(rows.map(({ unitId, n }) => [unitId, n]));
  }
}
