import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { addDays, atLocalTime, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { DeliveriesQuery, ResponsivenessQuery, UpcomingQuery } from './dto/seeing.dto.js';
import type { ReminderDelivery, ResponsivenessView, UnitResponsiveness, UpcomingReminder } from './dto/seeing.view.js';
import { PAUSED } from './recipients.sql.js';
import { ABOUT, SEEN, TABLES } from './reminders.queries.js';

const DAYS_AHEAD = 14;
const ZONE = 'Asia/Ho_Chi_Minh';

/** The day in Vietnam on which a unit answered its call `uc`. */
const ANSWERED_ON = `(uc.answered_at AT TIME ZONE '${ZONE}')::date`;

/** What is to come, what came of what went, and how units answer over the years. */
@Injectable()
export class SeeingQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** What is due in the coming days, of all that concerns the reader's units or is held by them. */
  upcoming({ unitId: scope }: Actor, { days = DAYS_AHEAD }: UpcomingQuery): Promise<UpcomingReminder[]> {
    const until = atLocalTime(addDays(plainDateIn(this.clock.now()), days), '00:00');
    return this.db.rows<UpcomingReminder>(
      `SELECT date, trigger, stage, bool_or(paused) AS paused, course, places, jsonb_agg(unit ORDER BY unit->>'name' COLLATE vi) AS units
       FROM (SELECT to_char(r.due_at AT TIME ZONE '${ZONE}', 'YYYY-MM-DD') AS date, r.trigger, r.stage, ${PAUSED} AS paused, ${ABOUT},
           ${unitRefSql('u')} AS unit
         FROM ${TABLES} LEFT JOIN unit_calls uc ON uc.id = r.unit_call_id
         WHERE r.state = 'planned' AND r.due_at < $2 AND ${SEEN}
           AND (r.trigger NOT IN ('opening', 'deadline') OR (co.state = 'open' AND uc.answer IS NULL))) due
       GROUP BY date, trigger, stage, course, places ORDER BY date, course->>'code' NULLS LAST, trigger, stage`,
      [scope, until],
    );
  }

  /** Who got what of one class, the latest first. */
  async deliveries({ unitId: scope }: Actor, query: DeliveriesQuery): Promise<Page<ReminderDelivery>> {
    const request = pageRequest(query, 'instant', 'text');
    const tables = `reminder_recipients rr JOIN reminders r ON r.id = rr.reminder_id JOIN units u ON u.id = r.unit_id
      JOIN accounts a ON a.id = rr.account_id`;
    const filter = `rr.state = 'sent' AND r.course_id = $2 AND ${SEEN}`;
    const rows = await this.db.rows<ReminderDelivery & { cursor: unknown[] }>(
      `SELECT rr.reminder_id || ' ' || rr.account_id AS id, ${unitRefSql('u')} AS unit, a.display_name AS person, r.trigger, r.stage,
         rr.sent_at AS "sentAt", rr.cause_id <> r.id AS digest, (SELECT jsonb_agg(jsonb_build_object('channel', d.channel, 'state', d.state, 'insteadOf', d.instead_of) ORDER BY d.created_at, d.id)
           FROM deliveries d WHERE d.notification_id = m.id AND d.copy_unit_id IS NULL) AS sendings, m.read_at AS "readAt", uc.answered_at AS "answeredAt", uc.answer,
         CASE WHEN uc.answered_at >= rr.sent_at THEN round(extract(epoch FROM uc.answered_at - rr.sent_at) / 3600)::int END AS "hoursToAnswer",
         jsonb_build_array(rr.sent_at, rr.reminder_id || ' ' || rr.account_id) AS cursor
       FROM ${tables} LEFT JOIN unit_calls uc ON uc.id = r.unit_call_id AND r.trigger IN ('opening', 'deadline')
         LEFT JOIN notifications m ON m.cause_id = rr.cause_id AND m.account_id = rr.account_id
       WHERE ${filter} AND ($3::timestamptz IS NULL OR (rr.sent_at, rr.reminder_id || ' ' || rr.account_id) < ($3::timestamptz, $4::text))
       ORDER BY rr.sent_at DESC, 1 DESC LIMIT $5`,
      [scope, query.courseId, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(`SELECT count(*)::int AS total FROM ${tables} WHERE ${filter}`, [
      scope,
      query.courseId,
    ]);
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** How units below the reader answered the calls of some years; counts and days, no names of people. */
  async responsiveness({ unitId: scope }: Actor, { from, to }: ResponsivenessQuery): Promise<ResponsivenessView> {
    const today = plainDateIn(this.clock.now());
    const due = `co.state <> 'cancelled' AND uc.answer IS DISTINCT FROM 'carried-over' AND (uc.deadline < $2::date OR uc.answered_at IS NOT NULL)
      AND ${inSubtree('uc.unit_id', '$1')}`;
    const years = await this.db.rows<{ year: number }>(
      `SELECT DISTINCT extract(year FROM uc.deadline)::int AS year FROM unit_calls uc JOIN courses co ON co.id = uc.course_id WHERE ${due} ORDER BY 1 DESC`,
      [scope, today],
    );
    const items = await this.db.rows<UnitResponsiveness>(
      `SELECT ${unitRefSql('u')} AS unit, count(*)::int AS calls,
         count(*) FILTER (WHERE ${ANSWERED_ON} <= uc.deadline)::int AS "inTime",
         count(*) FILTER (WHERE ${ANSWERED_ON} > uc.deadline)::int AS late,
         count(*) FILTER (WHERE uc.answer IS NULL)::int AS silent,
         round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM uc.answered_at - uc.called_at) / 86400)
           FILTER (WHERE uc.answered_at IS NOT NULL))::numeric, 1)::float AS "medianDays",
         sum((SELECT count(*) FROM reminders r WHERE r.unit_call_id = uc.id AND r.state = 'sent' AND r.trigger = 'deadline'))::int AS reminders,
         sum((SELECT count(*) FROM reminders r WHERE r.course_id = uc.course_id AND r.unit_id = uc.unit_id AND r.state = 'sent'
           AND r.trigger NOT IN ('opening', 'deadline')))::int AS others
       FROM unit_calls uc JOIN courses co ON co.id = uc.course_id JOIN units u ON u.id = uc.unit_id
       WHERE ${due} AND ($3::int IS NULL OR extract(year FROM uc.deadline) >= $3) AND ($4::int IS NULL OR extract(year FROM uc.deadline) <= $4)
       GROUP BY u.id ORDER BY count(*) FILTER (WHERE ${ANSWERED_ON} <= uc.deadline)::float / count(*), count(*) DESC, u.name COLLATE vi`,
      [scope, today, from ?? null, to ?? null],
    );
    return { years: years.map(({ year }) => year), items };
  }
}
