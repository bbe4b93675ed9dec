import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { RemindersQuery } from './dto/reminder.dto.js';
import type { ReminderView } from './dto/reminder.view.js';

const TABLES = `reminders r JOIN unit_calls uc ON uc.id = r.unit_call_id JOIN courses co ON co.id = uc.course_id
  JOIN units u ON u.id = uc.unit_id LEFT JOIN reminder_nudges n ON n.id = r.nudge_id`;

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
    const filter = `${inSubtree('uc.unit_id', '$1')} AND ($2::uuid IS NULL OR uc.course_id = $2)
      AND ($3::uuid IS NULL OR ${inSubtree('uc.unit_id', '$3')}) AND ($4::text IS NULL OR r.state = $4)`;
    const values = [scope, query.courseId ?? null, query.unitId ?? null, query.state ?? null];
    const rows = await this.db.rows<ReminderView & { cursor: unknown[] }>(
      `SELECT r.id, uc.course_id AS "courseId", jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title) AS course,
         ${unitRefSql('u')} AS unit, r.stage, r.audience, n.note, r.by_hand AS "byHand", r.deadline, r.due_at AS "dueAt", r.state, r.sent_at AS "sentAt", r.recipients,
         r.dropped_because AS "droppedBecause", ${READ} AS read, ($8::boolean AND r.state = 'planned' AND ${inSubtree('co.unit_id', '$1')}) AS "canEdit",
         jsonb_build_array(r.due_at, r.id) AS cursor
       FROM ${TABLES} WHERE ${filter} AND ($5::timestamptz IS NULL OR (r.due_at, r.id) < ($5::timestamptz, $6::uuid))
       ORDER BY r.due_at DESC, r.id DESC LIMIT $7`,
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
