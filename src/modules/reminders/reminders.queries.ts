import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { RemindersQuery } from './dto/reminder.dto.js';
import type { ReminderView } from './dto/reminder.view.js';

/** What a reminder is about, whatever it is. */
export const TABLES = `reminders r JOIN units u ON u.id = r.unit_id LEFT JOIN courses co ON co.id = r.course_id
  LEFT JOIN quotas q ON q.id = r.quota_id LEFT JOIN programs p ON p.id = q.program_id LEFT JOIN reminder_nudges n ON n.id = r.nudge_id`;

/** Reminders that a reader sees: of their own units, and of the classes and places that their units hold. */
export const SEEN = `(${inSubtree('r.unit_id', '$1')} OR ${inSubtree('r.holder_id', '$1')})`;

/** What a reminder is about, as its views name it: a class, or the places of a program and year. */
export const ABOUT = `CASE WHEN co.id IS NOT NULL THEN jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title) END AS course,
  CASE WHEN q.id IS NOT NULL THEN jsonb_build_object('program', p.name, 'period', q.period) END AS places`;

/** How many of those who got a reminder `r` have read it. */
const READ = `(SELECT count(*)::int FROM reminder_recipients rr JOIN notifications m ON m.cause_id = rr.cause_id AND m.account_id = rr.account_id
  WHERE rr.reminder_id = r.id AND m.read_at IS NOT NULL)`;

/** Reads of reminders. */
@Injectable()
export class RemindersQueries {
  constructor(private readonly db: Database) {}

  /** Reminders to units in the subtree of `scope`, the latest first; those planned for later stand at the top. */
  async list({ unitId: scope, role }: Actor, query: RemindersQuery): Promise<Page<ReminderView>> {
    const request = pageRequest(query, 'instant', 'id');
    const filter = `${SEEN} AND ($2::uuid IS NULL OR r.course_id = $2)
      AND ($3::uuid IS NULL OR ${inSubtree('r.unit_id', '$3')}) AND ($4::text IS NULL OR r.state = $4) AND ($5::text IS NULL OR r.trigger = $5)`;
    const values = [scope, query.courseId ?? null, query.unitId ?? null, query.state ?? null, query.trigger ?? null];
    const rows = await this.db.rows<ReminderView & { cursor: unknown[] }>(
      `SELECT r.id, r.course_id AS "courseId", ${ABOUT}, ${unitRefSql('u')} AS unit, r.trigger, r.stage, r.audience, n.note, r.by_hand AS "byHand", r.deadline, r.due_at AS "dueAt", r.state, r.sent_at AS "sentAt", r.recipients,
         r.dropped_because AS "droppedBecause", ${READ} AS read, ($9::boolean AND r.state = 'planned' AND ${inSubtree('r.holder_id', '$1')}) AS "canEdit",
         jsonb_build_array(r.due_at, r.id) AS cursor
       FROM ${TABLES} WHERE ${filter} AND ($6::timestamptz IS NULL OR (r.due_at, r.id) < ($6::timestamptz, $7::uuid))
       ORDER BY r.due_at DESC, r.id DESC LIMIT $8`,
      [
        ...values,
        request.after?.[0] ?? null,
        request.after?.[1] ?? null,
        request.limit,
        mayRole(role, 'reminders.manage'),
      ],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }
}
