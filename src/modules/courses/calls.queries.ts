import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import { CALL_STATUS } from './course.sql.js';
import type { CallAnswer } from './course.types.js';
import { callAbilities } from './courses.policy.js';
import type { CallsQuery } from './dto/course.dto.js';
import type { UnitCallView } from './dto/course.view.js';

type CallRow = Omit<UnitCallView, 'can'>;

const COLUMNS = `uc.id, uc.course_id AS "courseId", jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title,
    'startsOn', co.starts_on, 'endsOn', co.ends_on, 'state', co.state, 'capacity', co.capacity, 'seatsTaken', co.seats_taken,
    'waitlisted', co.waitlisted, 'needsQuota', p.needs_quota) AS course,
  ${unitRefSql('u')} AS unit, uc.deadline, uc.deadline - $2::date AS "daysLeft", uc.answer, ${CALL_STATUS} AS status,
  uc.answered_at AS "answeredAt", uc.reason, uc.asked_until AS "askedUntil", uc.expected,
  (SELECT count(*)::int FROM nominations n WHERE n.course_id = uc.course_id AND n.unit_id = uc.unit_id AND n.place <> 'none') AS sent,
  co.document_number AS "documentNumber", uc.time_refused_reason AS "timeRefused",
  ARRAY(SELECT r.kind FROM required_papers(co.program_id, co.starts_on) r ORDER BY r.position) AS papers`;

const TABLES = `unit_calls uc JOIN courses co ON co.id = uc.course_id JOIN programs p ON p.id = co.program_id
  JOIN units u ON u.id = uc.unit_id`;

/** Reads of units' parts of calls. */
@Injectable()
export class CallsQueries {
  constructor(private readonly db: Database) {}

  /** Calls to units of the reader's subtree, the nearest deadline first. */
  async list(actor: Actor, query: CallsQuery, today: PlainDate): Promise<Page<UnitCallView>> {
    const request = pageRequest(query, 'date', 'id');
    const filter = `${inSubtree('uc.unit_id', '$1')} AND $2::date IS NOT NULL AND ($3::uuid IS NULL OR uc.course_id = $3)
      AND ($4::text IS NULL OR co.state = $4)`;
    const values = [actor.unitId, today, query.courseId ?? null, query.courseState ?? null];
    const rows = await this.db.rows<CallRow & { cursor: unknown[] }>(
      `SELECT ${COLUMNS}, jsonb_build_array(uc.deadline, uc.id) AS cursor FROM ${TABLES}
       WHERE ${filter} AND ($5::date IS NULL OR (uc.deadline, uc.id) > ($5::date, $6::uuid))
       ORDER BY uc.deadline, uc.id LIMIT $7`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => toView(actor, row));
  }

  /** One unit's part of a call, or null when it is not in the reader's subtree. */
  async find(actor: Actor, id: string, today: PlainDate): Promise<UnitCallView | null> {
    const row = await this.db.row<CallRow>(
      `SELECT ${COLUMNS} FROM ${TABLES} WHERE uc.id = $3 AND ${inSubtree('uc.unit_id', '$1')}`,
      [actor.unitId, today, id],
    );
    return row && toView(actor, row);
  }

  /** What a reminder must know before it goes. */
  facts(unitCallIds: readonly string[]): Promise<CallFacts[]> {
    return this.db.rows<CallFacts>(`${FACTS} WHERE uc.id = ANY($1::uuid[])`, [unitCallIds]);
  }

  /** All units' parts of one class's call. */
  ofCourse(courseId: string): Promise<CallFacts[]> {
    return this.db.rows<CallFacts>(`${FACTS} WHERE uc.course_id = $1`, [courseId]);
  }
}

const FACTS = `SELECT uc.id, uc.course_id AS "courseId", uc.unit_id AS "unitId", uc.deadline, uc.answer, uc.asked_until AS "askedUntil",
         co.state, co.code AS "courseCode", co.title AS "courseTitle", co.unit_id AS "holderId",
         u.name AS "unitName", u.code AS "unitCode"
       FROM unit_calls uc JOIN courses co ON co.id = uc.course_id JOIN units u ON u.id = uc.unit_id`;

/** A unit's part of a call as the machinery sees it, without a reader. */
export interface CallFacts {
  id: string;
  courseId: string;
  unitId: string;
  unitName: string;
  unitCode: string;
  deadline: PlainDate;
  answer: CallAnswer | null;
  askedUntil: PlainDate | null;
  state: string;
  courseCode: string;
  courseTitle: string;
  /** The unit that holds the class. */
  holderId: string;
}

const toView = (actor: Actor, row: CallRow): UnitCallView => ({
  ...row,
  can: callAbilities(actor, row.course.state, row.answer),
});
