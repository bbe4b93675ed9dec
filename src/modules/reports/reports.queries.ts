import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { placesSumSql } from '../quotas/index.js';
import { inSubtree } from '../units/index.js';
import type { HomeQuotas, YearOfCourses, YearOfSendings } from './dto/report.view.js';

/** Numbers of work that waits; each is one line of the first page. */
export interface Workload {
  toReview: number;
  moreTimeAsked: number;
  silentUnits: number;
  toConfirm: number;
  toStart: number;
  toComplete: number;
  callsToAnswer: number;
  overdueCalls: number;
  returned: number;
  noticesToAcknowledge: number;
}

/**
 * Read models over other rooms' tables: courses, nominations, unit_calls, past_sendings, programs, quotas, units.
 * No other room reads what it does not own.
 */
@Injectable()
export class ReportsQueries {
  constructor(private readonly db: Database) {}

  /** Completed classes that the scope may know of, by the year they began: reported trainees, else those who completed. */
  coursesByYear(scope: string, from: number, to: number): Promise<YearOfCourses[]> {
    return this.db.rows(
      `SELECT extract(year FROM co.starts_on)::int AS year, count(*)::int AS courses,
         sum(coalesce(co.reported_trainees, (SELECT count(*) FROM nominations n WHERE n.course_id = co.id AND n.state = 'completed')))::int AS trainees
       FROM courses co WHERE co.state = 'completed' AND extract(year FROM co.starts_on) BETWEEN $2 AND $3
         AND (${inSubtree('co.unit_id', '$1')} OR co.unit_id IN (SELECT unnest(path) FROM units WHERE id = $1::uuid))
       GROUP BY 1 ORDER BY 1`,
      [scope, from, to],
    );
  }

  /** People sent to advanced and intermediate LLCT: lists from before, and nominations approved here, by year. */
  sentToTheory(scope: string, from: number, to: number): Promise<YearOfSendings[]> {
    return this.db.rows(
      `WITH sent AS (
         SELECT s.year, p.kind FROM past_sendings s JOIN programs p ON p.id = s.program_id WHERE ${inSubtree('s.unit_id', '$1')}
         UNION ALL
         SELECT extract(year FROM co.starts_on)::int, p.kind FROM nominations n JOIN courses co ON co.id = n.course_id
           JOIN programs p ON p.id = co.program_id
         WHERE is_trainee(n.state) AND ${inSubtree('n.unit_id', '$1')})
       SELECT year, count(*) FILTER (WHERE kind = 'advanced-llct')::int AS advanced,
         count(*) FILTER (WHERE kind = 'intermediate-llct')::int AS intermediate
       FROM sent WHERE kind IN ('advanced-llct', 'intermediate-llct') AND year BETWEEN $2 AND $3 GROUP BY year ORDER BY year`,
      [scope, from, to],
    );
  }

  /** What waits for somebody in the scope. */
  async workload(scope: string, today: PlainDate): Promise<Workload> {
    const own = inSubtree('co.unit_id', '$1');
    const called = inSubtree('uc.unit_id', '$1');
    const row = await this.db.row<Workload>(
      `SELECT
         (SELECT count(*)::int FROM nominations n JOIN courses co ON co.id = n.course_id
          WHERE n.state = 'submitted' AND n.place = 'seat' AND co.state IN ('open', 'closed', 'confirmed') AND ${own}) AS "toReview",
         (SELECT count(*)::int FROM unit_calls uc JOIN courses co ON co.id = uc.course_id
          WHERE co.state = 'open' AND uc.answer = 'more-time' AND ${own}) AS "moreTimeAsked",
         (SELECT count(*)::int FROM unit_calls uc JOIN courses co ON co.id = uc.course_id
          WHERE co.state = 'open' AND uc.answer IS NULL AND uc.deadline < $2::date AND ${own}) AS "silentUnits",
         (SELECT count(*)::int FROM courses co WHERE co.state = 'closed' AND ${own}) AS "toConfirm",
         (SELECT count(*)::int FROM courses co WHERE co.state = 'confirmed' AND co.starts_on <= $2::date AND ${own}) AS "toStart",
         (SELECT count(*)::int FROM courses co WHERE co.state = 'running' AND co.ends_on < $2::date AND ${own}) AS "toComplete",
         (SELECT count(*)::int FROM unit_calls uc JOIN courses co ON co.id = uc.course_id
          WHERE co.state = 'open' AND uc.answer IS NULL AND uc.deadline >= $2::date AND ${called}) AS "callsToAnswer",
         (SELECT count(*)::int FROM unit_calls uc JOIN courses co ON co.id = uc.course_id
          WHERE co.state = 'open' AND uc.answer IS NULL AND uc.deadline < $2::date AND ${called}) AS "overdueCalls",
         (SELECT count(*)::int FROM nominations n JOIN courses co ON co.id = n.course_id
          WHERE n.state = 'returned' AND co.state IN ('open', 'closed') AND ${inSubtree('n.unit_id', '$1')}) AS returned,
         (SELECT count(*)::int FROM quota_notice_calls k WHERE k.unit_id = $1 AND k.acknowledged_at IS NULL) AS "noticesToAcknowledge"`,
      [scope, today],
    );
    if (!row) throw new Error('The workload has no row');
    return row;
  }

  /** Classes of a year that the scope may know of, by where they stand. */
  async coursesOfYear(
    scope: string,
    year: number,
  ): Promise<{ open: number; running: number; completed: number; trainees: number }> {
    const row = await this.db.row<{ open: number; running: number; completed: number; trainees: number }>(
      `SELECT count(*) FILTER (WHERE co.state = 'open')::int AS open, count(*) FILTER (WHERE co.state = 'running')::int AS running,
         count(*) FILTER (WHERE co.state = 'completed')::int AS completed,
         coalesce(sum(coalesce(co.reported_trainees, co.seats_taken)) FILTER (WHERE co.state IN ('running', 'completed')), 0)::int AS trainees
       FROM courses co WHERE co.starts_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) AND co.state <> 'draft'
         AND (${inSubtree('co.unit_id', '$1')} OR co.unit_id IN (SELECT unnest(path) FROM units WHERE id = $1::uuid))`,
      [scope, year],
    );
    return row ?? { open: 0, running: 0, completed: 0, trainees: 0 };
  }

  /** Places of a year in the scope, by program. */
  quotasOfYear(scope: string, year: number): Promise<HomeQuotas[]> {
    return this.db.rows(
      `SELECT p.id AS "programId", p.name AS "programName", ${placesSumSql('q')}
       FROM quotas q JOIN programs p ON p.id = q.program_id WHERE q.period = $2 AND ${inSubtree('q.unit_id', '$1')}
       GROUP BY p.id ORDER BY p.position`,
      [scope, year],
    );
  }
}
