import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { pageRequest, type PageRequest } from '../../platform/http/page.js';
import type { CourseView } from '../courses/index.js';
import {
  type EligibilityRuleSet,
  eligibilityFactsSql,
  eligibilityRulesSql,
  type OfficialFacts,
} from '../eligibility/index.js';
import {
  LLCT_LEVELS,
  NAME_ORDER,
  OFFICIAL_COLUMNS,
  officialInScope,
  officialTables,
  type OfficialView,
} from '../officials/index.js';
import { type MinimumOfPerson, type PlacesView, quotaOfPerson } from '../quotas/index.js';
import { inSubtree } from '../units/index.js';
import type { CandidatesQuery } from './dto/nomination.dto.js';
import { quotaPeriod } from './nominations.repository.js';

/** What the rules need to know of one official and one class, and what a claim then needs. */
export interface FactsRow {
  officialId: string;
  status: string;
  /** The rules of the program as they hold today, or null; the same in every row. */
  ruleSet: EligibilityRuleSet | null;
  /** What those rules ask about. */
  ruleFacts: OfficialFacts;
  calledUnitId: string | null;
  calledUnitName: string | null;
  nominatedState: string | null;
  overlap: { code: string; startsOn: PlainDate; endsOn: PlainDate } | null;
  quota: ({ id: string; minimums: MinimumOfPerson[] } & PlacesView) | null;
}

/** An official on the list to choose from. */
export interface CandidateRow extends FactsRow {
  official: OfficialView;
  needed: boolean;
  cursor: unknown[];
}

/** The mode in which the class is held: its own, or that of its program when it opens. */
const MODE = `(SELECT coalesce(rc.mode, rv.mode) FROM courses rc LEFT JOIN program_versions rv
  ON rv.program_id = rc.program_id AND rv.valid @> rc.starts_on WHERE rc.id = $3)`;

/** Where the person belongs on the side of the called unit: the cell, or the unit of work. */
const OWN_PATH = '(CASE WHEN called.unit_id = ANY(c.path) THEN c.path ELSE u.path END)';

/** `$1` the reader's unit, `$2` today, `$3` the class, `$4` its program, `$5` its year, `$6` and `$7` its days. */
const FACTS = `o.id AS "officialId", o.status, ${eligibilityRulesSql('$4', MODE, '$2')} AS "ruleSet",
  ${eligibilityFactsSql('$2', '$4::uuid', '$3::uuid')} AS "ruleFacts", called.unit_id AS "calledUnitId", called.name AS "calledUnitName",
  (SELECT n.state FROM nominations n WHERE n.course_id = $3 AND n.official_id = o.id AND bars_nomination(n.state))
    AS "nominatedState",
  (SELECT jsonb_build_object('code', oc.code, 'startsOn', oc.starts_on, 'endsOn', oc.ends_on)
   FROM nominations n JOIN courses oc ON oc.id = n.course_id WHERE n.official_id = o.id AND n.course_id <> $3
     AND blocks_days(n.state) AND n.period && daterange($6::date, $7::date, '[]')
     AND n.whole_days AND course_takes_whole_days($4::uuid, $6::date)
   ORDER BY oc.starts_on LIMIT 1) AS overlap,
  (SELECT to_jsonb(quota) FROM (${quotaOfPerson({ called: 'called.unit_id', path: OWN_PATH, program: '$4::uuid', period: '$5::int', official: 'o.id' })}) quota) AS quota`;

/** The called unit in whose name the reader would nominate: the highest of the reader's that holds the person. */
const CALLED = `LEFT JOIN LATERAL (SELECT uc.unit_id, cu.name FROM unit_calls uc JOIN units cu ON cu.id = uc.unit_id
  WHERE uc.course_id = $3 AND ${inSubtree('uc.unit_id', '$1')} AND (uc.unit_id = ANY(u.path) OR uc.unit_id = ANY(c.path))
  ORDER BY cardinality(cu.path) LIMIT 1) called ON true`;

const LADDER = `ARRAY[${LLCT_LEVELS.map((level) => `'${level}'`).join(', ')}]`;

/** Whether the class gives a level that the post asks for and the person lacks. */
const NEEDED = `coalesce((SELECT array_position(${LADDER}, s.llct_minimum) > coalesce(llct.rank, 1)
    AND array_position(${LADDER}, pv.confers_llct_level) > coalesce(llct.rank, 1)
  FROM standards s, program_version_on($4::uuid, $6::date) pv WHERE s.category = post.category AND s.valid @> $2::date), false)`;

/** Reads for the rules of who may go. */
@Injectable()
export class EligibilityQueries {
  constructor(private readonly db: Database) {}

  /** Facts of these officials, as far as they are in the reader's subtree. */
  async facts(actor: Actor, course: CourseView, officialIds: readonly string[], today: PlainDate): Promise<FactsRow[]> {
    return this.db.rows<FactsRow>(
      `SELECT ${FACTS} FROM ${officialTables('$2')} ${CALLED} WHERE o.id = ANY($8::uuid[]) AND ${officialInScope('o', '$1')}`,
      [...parameters(actor, course, today), officialIds],
    );
  }

  /** People of the reader's subtree to choose from: those who need the class first, then by name. */
  async candidates(
    actor: Actor,
    course: CourseView,
    query: CandidatesQuery,
    today: PlainDate,
  ): Promise<{ rows: CandidateRow[]; request: PageRequest; total: number }> {
    const request = pageRequest(query, 'integer', 'text', 'text', 'text', 'id');
    const filter = `${officialInScope('o', '$1')} AND o.status IN ('working', 'rotated')
      AND ($8::text IS NULL OR o.name_key LIKE '%' || $8 || '%') AND ($9::uuid IS NULL OR ${officialInScope('o', '$9')})
      AND called.unit_id IS NOT NULL`;
    const values = [
      ...parameters(actor, course, today),
      query.q ? foldVietnamese(query.q) : null,
      query.unitId ?? null,
    ];
    const from = `${officialTables('$2')} ${CALLED} CROSS JOIN LATERAL (SELECT ${NEEDED} AS needed) need`;
    const rows = await this.db.rows<CandidateRow>(
      `SELECT ${FACTS}, to_jsonb(view) AS official, need.needed,
         jsonb_build_array((NOT need.needed)::int, o.given_name, o.middle_name, o.family_name, o.id) AS cursor
       FROM ${from} CROSS JOIN LATERAL (SELECT ${OFFICIAL_COLUMNS}) view
       WHERE ${filter} AND ($10::int IS NULL OR ((NOT need.needed)::int, o.given_name, o.middle_name, o.family_name, o.id)
         > ($10, $11::text, $12::text, $13::text, $14::uuid))
       ORDER BY (NOT need.needed)::int, ${NAME_ORDER} LIMIT $15`,
      [...values, ...(request.after ?? [null, null, null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${from} WHERE ${filter} AND $5::int IS NOT NULL AND $6::date IS NOT NULL AND $7::date IS NOT NULL`,
      values,
    );
    return { rows, request, total: count?.total ?? 0 };
  }
}

const parameters = (actor: Actor, course: CourseView, today: PlainDate): unknown[] => [
  actor.unitId,
  today,
  course.id,
  course.programId,
  quotaPeriod(course.startsOn),
  course.startsOn,
  course.endsOn,
];
