import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { PlanKind } from './plan.types.js';
import { heirLines } from './rules/heir-lines.js';

/** What can be written of a line. */
export interface LineContent {
  readonly classes: number;
  readonly trainees: number;
  readonly firstMonth: number | null;
  readonly lastMonth: number | null;
  readonly note: string | null;
}

export interface NewLine extends LineContent {
  readonly programId: string;
  readonly unitId: string;
}

export interface Approval {
  readonly documentNumber: string;
  readonly documentDate: PlainDate;
  readonly signer: string;
  readonly at: Date;
  readonly by: string;
}

/** Writes of plans, their versions and lines. */
@Injectable()
export class PlansRepository {
  constructor(private readonly db: Database) {}

  /** Begins a plan with an empty draft. */
  async create(plan: {
    unitId: string;
    kind: PlanKind;
    firstYear: number;
    lastYear: number;
  }): Promise<{ id: string; versionId: string }> {
    const id = newId();
    await this.db.rows(
      'INSERT INTO training_plans (id, unit_id, kind, first_year, last_year) VALUES ($1, $2, $3, $4, $5)',
      [id, plan.unitId, plan.kind, plan.firstYear, plan.lastYear],
    );
    return { id, versionId: await this.draft(id, 1) };
  }

  private async draft(planId: string, number: number): Promise<string> {
    const id = newId();
    await this.db.rows(`INSERT INTO plan_versions (id, plan_id, number, state) VALUES ($1, $2, $3, 'draft')`, [
      id,
      planId,
      number,
    ]);
    return id;
  }

  /** A draft with the lines of another version; those of units that have ended speak of who stands for them. @returns its id. */
  async copy(planId: string, number: number, fromVersionId: string): Promise<string> {
    const id = await this.draft(planId, number);
    const lines = await this.db.rows<NewLine & { now: string }>(
      `SELECT l.program_id AS "programId", l.unit_id AS "unitId", l.classes, l.trainees, l.first_month AS "firstMonth",
         l.last_month AS "lastMonth", l.note, coalesce(only_heir(l.unit_id), p.unit_id) AS now
       FROM plan_lines l CROSS JOIN training_plans p WHERE p.id = $1 AND l.version_id = $2 ORDER BY l.id`,
      [planId, fromVersionId],
    );
    const heirs = new Map(lines.map(({ unitId, now }) => [unitId, now]));
    await this.addLines(
      id,
      heirLines(lines, (unitId) => heirs.get(unitId) ?? unitId),
    );
    return id;
  }

  /**
   * Takes a draft for a change: whoever changes it too waits until this one is done.
   * @param version as it was read, or undefined when the caller does not mind what others did to other lines.
   * @returns whether it still is a draft, and of that version.
   */
  async claim(versionId: string, version?: number): Promise<boolean> {
    const claimed = await this.db.write(
      `UPDATE plan_versions SET version = version + 1 WHERE id = $1 AND state = 'draft' AND ($2::int IS NULL OR version = $2)`,
      [versionId, version ?? null],
    );
    return claimed === 1;
  }

  async approve(versionId: string, { documentNumber, documentDate, signer, at, by }: Approval): Promise<void> {
    await this.db.write(
      `UPDATE plan_versions SET state = 'approved', document_number = $2, document_date = $3, signer = $4, approved_at = $5,
         approved_by = $6 WHERE id = $1`,
      [versionId, documentNumber, documentDate, signer, at, by],
    );
  }

  /** Throws a draft away; a plan that has nothing else goes with it. */
  async discard(planId: string, versionId: string): Promise<void> {
    await this.db.write('DELETE FROM plan_versions WHERE id = $1', [versionId]);
    await this.db.write(
      'DELETE FROM training_plans p WHERE p.id = $1 AND NOT EXISTS (SELECT 1 FROM plan_versions v WHERE v.plan_id = p.id)',
      [planId],
    );
  }

  /** Adds lines to a draft. @returns their ids, in order. */
  async addLines(versionId: string, lines: readonly NewLine[]): Promise<string[]> {
    const rows = lines.map((line) => ({ id: newId(), ...line }));
    await this.db.rows(
      `INSERT INTO plan_lines (id, version_id, program_id, unit_id, classes, trainees, first_month, last_month, note)
       SELECT id, $1, "programId", "unitId", classes, trainees, "firstMonth", "lastMonth", note
       FROM jsonb_to_recordset($2::jsonb) AS l(id uuid, "programId" uuid, "unitId" uuid, classes int, trainees int,
         "firstMonth" int, "lastMonth" int, note text)`,
      [versionId, JSON.stringify(rows)],
    );
    return rows.map(({ id }) => id);
  }

  /** Writes the lines of a draft anew: those that stay the same line keep their id. */
  async replaceLines(
    before: readonly (NewLine & { id: string })[],
    versionId: string,
    after: readonly NewLine[],
  ): Promise<void> {
    const keyOf = ({ programId, unitId }: NewLine): string => `${programId} ${unitId}`;
    const kept = new Map(before.map((line) => [keyOf(line), line]));
    const wanted = new Set(after.map(keyOf));
    const gone = before.filter((line) => !wanted.has(keyOf(line)));
    await this.db.write('DELETE FROM plan_lines WHERE id = ANY($1::uuid[])', [gone.map(({ id }) => id)]);
    for (const line of after) {
      const old = kept.get(keyOf(line));
      if (old && (['classes', 'trainees', 'firstMonth', 'lastMonth', 'note'] as const).some((f) => old[f] !== line[f]))
        await this.changeLine(old.id, line, undefined);
    }
    await this.addLines(
      versionId,
      after.filter((line) => !kept.has(keyOf(line))),
    );
  }

  /** @param version as it was read, or undefined. @returns whether it was still so. */
  async changeLine(id: string, content: LineContent, version: number | undefined): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE plan_lines SET classes = $2, trainees = $3, first_month = $4, last_month = $5, note = $6, version = version + 1
       WHERE id = $1 AND ($7::int IS NULL OR version = $7)`,
      [id, content.classes, content.trainees, content.firstMonth, content.lastMonth, content.note, version ?? null],
    );
    return changed === 1;
  }

  /** @param version as it was read, or undefined. @returns whether it was still so. */
  async removeLine(id: string, version: number | undefined): Promise<boolean> {
    const removed = await this.db.write('DELETE FROM plan_lines WHERE id = $1 AND ($2::int IS NULL OR version = $2)', [
      id,
      version ?? null,
    ]);
    return removed === 1;
  }

  /** Gives lines other numbers of trainees. */
  async setTrainees(lines: readonly { id: string; trainees: number }[]): Promise<void> {
    await this.db.write(
      `UPDATE plan_lines l SET trainees = c.trainees, version = l.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, trainees int) WHERE l.id = c.id`,
      [JSON.stringify(lines)],
    );
  }

  async recordFill(fill: { id: string; versionId: string; at: Date; added: number; changed: number }): Promise<void> {
    await this.db.rows('INSERT INTO plan_fills (id, version_id, at, added, changed) VALUES ($1, $2, $3, $4, $5)', [
      fill.id,
      fill.versionId,
      fill.at,
      fill.added,
      fill.changed,
    ]);
  }

  /** Forgets the last lines from needs of a version. @returns what they did, or null when they were not the last. */
  takeLastFill(versionId: string, id: string): Promise<{ added: number; changed: number } | null> {
    return this.db.row(
      `DELETE FROM plan_fills f WHERE f.id = $2 AND f.version_id = $1 AND NOT EXISTS (SELECT 1 FROM plan_fills later
         WHERE later.version_id = $1 AND (later.at, later.id) > (f.at, f.id)) RETURNING added, changed`,
      [versionId, id],
    );
  }

  /** Forgets all lines from needs of a version. @returns their ids. */
  async forgetFills(versionId: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>('DELETE FROM plan_fills WHERE version_id = $1 RETURNING id', [
      versionId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Says for which line of a plan a class counts. @returns false when it counts for another plan. */
  async linkCourse(courseId: string, planId: string, unitId: string): Promise<boolean> {
    const linked = await this.db.rows(
      `INSERT INTO plan_courses (course_id, plan_id, unit_id) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT plan_course_in_one_plan DO UPDATE SET unit_id = excluded.unit_id
         WHERE plan_courses.plan_id = excluded.plan_id RETURNING course_id`,
      [courseId, planId, unitId],
    );
    return linked.length === 1;
  }

  /** Lets a class count where it does by itself. @returns whether it was linked to a line of the plan. */
  async unlinkCourse(courseId: string, planId: string): Promise<boolean> {
    const sql = 'DELETE FROM plan_courses WHERE course_id = $1 AND plan_id = $2';
    return (await this.db.write(sql, [courseId, planId])) === 1;
  }
}
