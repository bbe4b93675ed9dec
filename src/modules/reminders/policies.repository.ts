import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { type ReminderPolicy, SHIPPED_POLICY } from './rules/reminder-policy.js';

/** What a policy is for: one class, one program, or, when both are null, all classes. */
export interface PolicyScope {
  readonly programId: string | null;
  readonly courseId: string | null;
}

/** Where a policy in force comes from, the nearest first. */
export const POLICY_SOURCES = ['course', 'program', 'default', 'shipped'] as const;
export type PolicySource = (typeof POLICY_SOURCES)[number];

/** A policy that is kept, as a row. */
export interface KeptPolicy extends ReminderPolicy {
  readonly source: PolicySource;
  readonly version: number;
  readonly changedAt: Date;
}

const COLUMNS = `p.stages, p.send_at AS "sendAt", p.opens_at AS "opensAt", p.closes_at AS "closesAt",
  p.max_per_day AS "maxPerDay", p.version, p.changed_at AS "changedAt",
  CASE WHEN p.course_id IS NOT NULL THEN 'course' WHEN p.program_id IS NOT NULL THEN 'program' ELSE 'default' END AS source`;

/** The nearest first. */
const NEAREST = 'p.course_id NULLS LAST, p.program_id NULLS LAST';

/** Reads and writes of reminder policies. */
@Injectable()
export class PoliciesRepository {
  constructor(private readonly db: Database) {}

  /** The policies that are kept for a thing and for what stands above it, the nearest first. */
  keptFor({ programId, courseId }: PolicyScope): Promise<KeptPolicy[]> {
    return this.db.rows<KeptPolicy>(
      `SELECT ${COLUMNS} FROM reminder_policies p
       WHERE p.course_id = $2::uuid OR (p.course_id IS NULL AND (p.program_id IS NULL OR p.program_id
         IN ($1::uuid, (SELECT program_id FROM courses WHERE id = $2::uuid)))) ORDER BY ${NEAREST}`,
      [programId, courseId],
    );
  }

  /** The policies in force for some classes, or for programs where no class is named. */
  async inForce(scopes: readonly PolicyScope[]): Promise<(scope: PolicyScope) => ReminderPolicy> {
    const ids = (of: (scope: PolicyScope) => string | null): (string | null)[] => [...new Set(scopes.map(of))];
    const rows = await this.db.rows<ReminderPolicy & PolicyScope>(
      `SELECT p.course_id AS "courseId", p.program_id AS "programId", ${COLUMNS} FROM reminder_policies p
       WHERE p.course_id = ANY($1::uuid[]) OR (p.course_id IS NULL AND (p.program_id IS NULL OR p.program_id = ANY($2::uuid[])))`,
      [ids(({ courseId }) => courseId), ids(({ programId }) => programId)],
    );
    const kept = (programId: string | null, courseId: string | null): ReminderPolicy | undefined =>
      rows.find((row) => row.programId === programId && row.courseId === courseId);
    return ({ programId, courseId }) =>
      (courseId === null ? undefined : kept(null, courseId)) ??
      kept(programId, null) ??
      kept(null, null) ??
      SHIPPED_POLICY;
  }

  /** Keeps a first policy. @returns whether there was none; two who do so at once cannot both. */
  async create({ programId, courseId }: PolicyScope, policy: ReminderPolicy, by: string, now: Date): Promise<boolean> {
    const row = await this.db.row(
      `INSERT INTO reminder_policies (id, program_id, course_id, stages, send_at, opens_at, closes_at, max_per_day, changed_at, changed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT reminder_policy_once_per_scope DO NOTHING RETURNING id`,
      [newId(), programId, courseId, ...columnsOf(policy), now, by],
    );
    return row !== null;
  }

  /** @returns whether it still was the version that was read. */
  async change(
    { programId, courseId }: PolicyScope,
    version: number,
    policy: ReminderPolicy,
    by: string,
    now: Date,
  ): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE reminder_policies SET stages = $4, send_at = $5, opens_at = $6, closes_at = $7, max_per_day = $8,
         changed_at = $9, changed_by = $10, version = version + 1
       WHERE program_id IS NOT DISTINCT FROM $1::uuid AND course_id IS NOT DISTINCT FROM $2::uuid AND version = $3`,
      [programId, courseId, version, ...columnsOf(policy), now, by],
    );
    return changed === 1;
  }

  /** @returns whether there was one. */
  async remove({ programId, courseId }: PolicyScope): Promise<boolean> {
    const removed = await this.db.write(
      `DELETE FROM reminder_policies WHERE program_id IS NOT DISTINCT FROM $1::uuid AND course_id IS NOT DISTINCT FROM $2::uuid`,
      [programId, courseId],
    );
    return removed === 1;
  }

  /** Open classes that a policy of this scope may reach. */
  async openCourses({ programId, courseId }: PolicyScope): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT id FROM courses WHERE state = 'open' AND ($1::uuid IS NULL OR program_id = $1) AND ($2::uuid IS NULL OR id = $2)`,
      [programId, courseId],
    );
    return rows.map(({ id }) => id);
  }

  async isPaused(courseId: string): Promise<boolean> {
    return (await this.db.row('SELECT 1 FROM reminder_pauses WHERE course_id = $1', [courseId])) !== null;
  }

  async pause(courseId: string, by: string, now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO reminder_pauses (course_id, paused_at, paused_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [courseId, now, by],
    );
  }

  /** Lets a class's reminders go again; who waited for it is looked at anew. */
  async resume(courseId: string): Promise<void> {
    await this.db.write('DELETE FROM reminder_pauses WHERE course_id = $1', [courseId]);
    await this.db.write(
      `UPDATE reminder_recipients rr SET queued_at = NULL FROM reminders r
       WHERE rr.reminder_id = r.id AND rr.state = 'waiting' AND r.course_id = $1`,
      [courseId],
    );
  }
}

const columnsOf = ({ stages, sendAt, opensAt, closesAt, maxPerDay }: ReminderPolicy): unknown[] => [
  JSON.stringify(stages),
  sendAt,
  opensAt,
  closesAt,
  maxPerDay,
];
