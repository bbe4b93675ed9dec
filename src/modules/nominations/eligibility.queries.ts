import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { pageRequest, type PageRequest } from '../../platform/http/page.js';
import type { CourseView } from '../courses/index.js';
import { eligibilityRulesSql } from '../eligibility/index.js';
import {
  NAME_ORDER,
  OFFICIAL_COLUMNS,
  officialInScope,
  officialTables,
  type OfficialView,
} from '../officials/index.js';
import { inSubtree } from '../units/index.js';
import type { CandidatesQuery } from './dto/nomination.dto.js';
import { type EarlierNomination, TURNED_DOWN } from './dto/nomination.view.js';
import { calledSql, type FactNames, factsSql, type FactsRow, modeSql, neededSql } from './facts.sql.js';
import { quotaPeriod } from './nominations.repository.js';

/** An official on the list to choose from. */
export interface CandidateRow extends FactsRow {
  official: OfficialView;
  needed: boolean;
  cursor: unknown[];
}

const NAMES: FactNames = {
  reader: '$1',
  today: '$2',
  course: '$3',
  program: '$4',
  period: '$5',
  startsOn: '$6',
  endsOn: '$7',
  wholeDays: '(SELECT class_takes_whole_days(wc) FROM courses wc WHERE wc.id = $3)',
};

/** `$1` the reader's unit, `$2` today, `$3` the class, `$4` its program, `$5` its year, `$6` and `$7` its days. */
const FACTS = `${factsSql(NAMES)}, ${eligibilityRulesSql('$4', modeSql('$3'), '$2')} AS "ruleSet"`;

/** Reads for the rules of who may go. */
@Injectable()
export class EligibilityQueries {
  constructor(private readonly db: Database) {}

  /**
   * People of the reader's subtree to choose from: those who need the class first, then by name.
   * @param only of these officials
   */
  async candidates(
    actor: Actor,
    course: CourseView,
    query: CandidatesQuery,
    today: PlainDate,
    only: readonly string[] | null = null,
  ): Promise<{ rows: CandidateRow[]; request: PageRequest; total: number }> {
    const request = pageRequest(query, 'integer', 'text', 'text', 'text', 'id');
    const filter = `${officialInScope('o', '$1')} AND o.status IN ('working', 'rotated')
      AND ($8::text IS NULL OR o.name_key LIKE '%' || $8 || '%') AND ($9::uuid IS NULL OR ${officialInScope('o', '$9')})
      AND called.unit_id IS NOT NULL AND ($10::uuid[] IS NULL OR o.id = ANY($10))`;
    const values = [
      ...parameters(actor, course, today),
      query.q ? foldVietnamese(query.q) : null,
      query.unitId ?? null,
      only,
    ];
    const from = `${officialTables('$2')} ${calledSql(NAMES)} CROSS JOIN LATERAL (SELECT ${neededSql(NAMES)} AS needed) need`;
    const rows = await this.db.rows<CandidateRow>(
      `SELECT ${FACTS}, to_jsonb(view) AS official, need.needed,
         jsonb_build_array((NOT need.needed)::int, o.given_name, o.middle_name, o.family_name, o.id) AS cursor
       FROM ${from} CROSS JOIN LATERAL (SELECT ${OFFICIAL_COLUMNS}) view
       WHERE ${filter} AND ($11::int IS NULL OR ((NOT need.needed)::int, o.given_name, o.middle_name, o.family_name, o.id)
         > ($11, $12::text, $13::text, $14::text, $15::uuid))
       ORDER BY (NOT need.needed)::int, ${NAME_ORDER} LIMIT $16`,
      [...values, ...(request.after ?? [null, null, null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${from} WHERE ${filter} AND $5::int IS NOT NULL AND $6::date IS NOT NULL AND $7::date IS NOT NULL`,
      values,
    );
    return { rows, request, total: count?.total ?? 0 };
  }

  /** By official: the last times that a nomination of the reader's subtree came to nothing. */
  async earlier(actor: Actor, officialIds: readonly string[]): Promise<Map<string, EarlierNomination[]>> {
    const rows = await this.db.rows<{ officialId: string; earlier: EarlierNomination[] }>(
      `SELECT asked.id AS "officialId", jsonb_agg(jsonb_build_object('courseId', last.course_id, 'courseCode', last.code,
         'state', last.state, 'at', last.at, 'reason', last.reason) ORDER BY last.at DESC) AS earlier
       FROM unnest($2::uuid[]) asked(id) CROSS JOIN LATERAL (
         SELECT n.course_id, co.code, n.state, coalesce(n.decided_at, n.submitted_at) AS at, n.reason
         FROM nominations n JOIN courses co ON co.id = n.course_id
         WHERE n.official_id = asked.id AND n.state = ANY($3) AND ${inSubtree('n.unit_id', '$1')}
         ORDER BY coalesce(n.decided_at, n.submitted_at) DESC LIMIT ${MOST_EARLIER}) last
       GROUP BY asked.id`,
      [actor.unitId, officialIds, TURNED_DOWN],
    );
    return new Map(rows.map(({ officialId, earlier }) => [officialId, earlier]));
  }
}

const MOST_EARLIER = 3;

const parameters = (actor: Actor, course: CourseView, today: PlainDate): unknown[] => [
  actor.unitId,
  today,
  course.id,
  course.programId,
  quotaPeriod(course.startsOn),
  course.startsOn,
  course.endsOn,
];
