import type { PlainDate } from '../../kernel/plain-date.js';
import { type EligibilityRuleSet, eligibilityFactsSql, type OfficialFacts } from '../eligibility/index.js';
import { LLCT_LEVELS } from '../officials/index.js';
import { type MinimumOfPerson, type PlacesView, quotaOfPerson } from '../quotas/index.js';

/** What the rules need to know of one official and one class, and what a claim then needs. */
export interface FactsRow {
  officialId: string;
  status: string;
  /** The rules of the program as they hold today, or null. */
  ruleSet: EligibilityRuleSet | null;
  /** What those rules ask about. */
  ruleFacts: OfficialFacts;
  calledUnitId: string | null;
  calledUnitName: string | null;
  nominatedState: string | null;
  overlap: { code: string; startsOn: PlainDate; endsOn: PlainDate } | null;
  quota: ({ id: string; minimums: MinimumOfPerson[] } & PlacesView) | null;
}

/** SQL of what the facts are asked for: parameters or columns. */
export interface FactNames {
  readonly reader: string;
  readonly today: string;
  readonly course: string;
  readonly program: string;
  readonly period: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whether the class takes its people's whole days. */
  readonly wholeDays: string;
}

/** The mode in which the class is held: its own, or that of its program when it opens. */
export const modeSql = (course: string): string => `(SELECT coalesce(rc.mode, rv.mode) FROM courses rc
  LEFT JOIN program_versions rv ON rv.program_id = rc.program_id AND rv.valid @> rc.starts_on WHERE rc.id = ${course})`;

/** Where the person belongs on the side of the called unit: the cell, or the unit of work. */
const OWN_PATH = '(CASE WHEN called.unit_id = ANY(c.path) THEN c.path ELSE u.path END)';

/**
 * Columns of `FactsRow` but for the rules, over `officialTables` and `calledSql`. `IS TRUE` hides the class from indexes: found by the
 * person it costs the same however many are on the class.
 */
export const factsSql = ({ today, course, program, period, startsOn, endsOn, wholeDays }: FactNames): string => `
  o.id AS "officialId", o.status, ${eligibilityFactsSql(today, `${program}::uuid`, `${course}::uuid`)} AS "ruleFacts",
  called.unit_id AS "calledUnitId", called.name AS "calledUnitName",
  (SELECT n.state FROM nominations n WHERE n.official_id = o.id AND (n.course_id = ${course}) IS TRUE AND bars_nomination(n.state))
    AS "nominatedState",
  (SELECT jsonb_build_object('code', oc.code, 'startsOn', oc.starts_on, 'endsOn', oc.ends_on)
   FROM nominations n JOIN courses oc ON oc.id = n.course_id WHERE n.official_id = o.id AND n.course_id <> ${course}
     AND blocks_days(n.state) AND n.period && daterange(${startsOn}::date, ${endsOn}::date, '[]')
     AND n.whole_days AND ${wholeDays}
   ORDER BY oc.starts_on LIMIT 1) AS overlap,
  (SELECT to_jsonb(quota) FROM (${quotaOfPerson({ called: 'called.unit_id', path: OWN_PATH, program: `${program}::uuid`, period: `${period}::int`, official: 'o.id' })}) quota) AS quota`;

/** The called unit in whose name the reader would nominate: the highest of the reader's that holds the person. */
export const calledSql = ({ course, reader }: FactNames): string => `
  LEFT JOIN LATERAL (SELECT uc.unit_id, cu.name FROM unit_calls uc JOIN units cu ON cu.id = uc.unit_id
    WHERE uc.course_id = ${course} AND uc.unit_id = ANY(u.path || c.path) AND ${reader}::uuid = ANY(cu.path)
    ORDER BY cardinality(cu.path) LIMIT 1) called ON true`;

const LADDER = `ARRAY[${LLCT_LEVELS.map((level) => `'${level}'`).join(', ')}]`;

/** Whether the class gives a level that the post asks for and the person lacks. */
export const neededSql = ({
  program,
  startsOn,
  today,
}: FactNames): string => `coalesce((SELECT array_position(${LADDER}, s.llct_minimum) > coalesce(llct.rank, 1)
    AND array_position(${LADDER}, pv.confers_llct_level) > coalesce(llct.rank, 1)
  FROM standards s, program_version_on(${program}::uuid, ${startsOn}::date) pv WHERE s.category = post.category AND s.valid @> ${today}::date), false)`;
