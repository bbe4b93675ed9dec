import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { COURSE_IN_SCOPE } from '../courses/index.js';
import type { CourseState } from '../courses/index.js';
import { type EligibilityRuleSet, eligibilityRulesSql } from '../eligibility/index.js';
import { officialTables } from '../officials/index.js';
import { calledSql, type FactNames, factsSql, type FactsRow, modeSql, neededSql } from './facts.sql.js';

/** One person whom somebody asks a class for. */
export interface Asked {
  readonly readerUnitId: string;
  readonly courseId: string;
  readonly officialId: string;
}

/** A class as its claims need it. */
export interface ClaimedCourse {
  readonly id: string;
  readonly code: string;
  /** The board's unit that holds it. */
  readonly unitId: string;
  /** Whether cells propose their people and a committee endorses them. */
  readonly cellStep: boolean;
  readonly state: CourseState;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly deadline: PlainDate | null;
  readonly needsQuota: boolean;
  readonly capacity: number;
  readonly seatsTaken: number;
}

/** What is known of a line: no class where the reader may not know of it, no person where it is not the reader's. */
export interface AskedFacts {
  readonly course: ClaimedCourse | null;
  readonly person: (FactsRow & { readonly needed: boolean }) | null;
}

type Row = Omit<ClaimedCourse, 'id'> & FactsRow & { courseId: string | null; needed: boolean; ruleKey: string | null };

const NAMES: FactNames = {
  reader: 'asked.reader',
  today: '$2',
  course: 'co.id',
  program: 'co.program_id',
  period: 'extract(year FROM co.starts_on)',
  startsOn: 'co.starts_on',
  endsOn: 'co.ends_on',
  // What `class_takes_whole_days` says, without a call for each class.
  wholeDays: "(co.held_mode IS DISTINCT FROM 'non-concentrated')",
};

/** Lines in the order asked. The rules of a program are read once, whoever asks, and given with the first line they concern. */
const SQL = `
  WITH asked AS MATERIALIZED (
    SELECT * FROM unnest($1::uuid[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS a(reader, course_id, official_id, n)
  ), class AS MATERIALIZED (
    SELECT co.*, ${modeSql('co.id')} AS held_mode, coalesce((SELECT v.cell_step FROM program_version_on(co.program_id, co.starts_on) v), false)
      AS cell_step FROM courses co WHERE co.id IN (SELECT course_id FROM asked)
  ), rules AS MATERIALIZED (
    SELECT r.program_id, r.mode, ${eligibilityRulesSql('r.program_id', 'r.mode', '$2')} AS rule_set
    FROM (SELECT DISTINCT program_id, held_mode AS mode FROM class) r
  )
  SELECT co.id AS "courseId", co.code, co.unit_id AS "unitId", co.cell_step AS "cellStep", co.state, co.starts_on AS "startsOn", co.ends_on AS "endsOn", co.deadline,
    p.needs_quota AS "needsQuota", co.capacity, co.seats_taken AS "seatsTaken", person.*,
    co.program_id || coalesce(co.held_mode, '') AS "ruleKey",
    CASE WHEN row_number() OVER (PARTITION BY co.program_id, co.held_mode ORDER BY asked.n) = 1 THEN (SELECT r.rule_set FROM rules r
      WHERE r.program_id = co.program_id AND r.mode IS NOT DISTINCT FROM co.held_mode) END AS "ruleSet"
  FROM asked
  LEFT JOIN class co ON co.id = asked.course_id AND ${COURSE_IN_SCOPE.replaceAll('$1', 'asked.reader')}
  LEFT JOIN programs p ON p.id = co.program_id
  LEFT JOIN LATERAL (
    SELECT ${factsSql(NAMES)}, ${neededSql(NAMES)} AS needed FROM ${officialTables('$2')} ${calledSql(NAMES)}
    WHERE o.id = asked.official_id AND o.merged_into IS NULL AND (asked.reader = ANY(u.path) OR asked.reader = ANY(c.path))
  ) person ON co.id IS NOT NULL
  ORDER BY asked.n`;

/** Reads for claims: of everyone asked for at the moment, in one statement. */
@Injectable()
export class ClaimsQueries {
  constructor(private readonly db: Database) {}

  /** @returns what is known of each line, in order. */
  async facts(lines: readonly Asked[], today: PlainDate): Promise<AskedFacts[]> {
    const rows = await this.db.prepared<Row>('claim-facts', SQL, [
      lines.map(({ readerUnitId }) => readerUnitId),
      today,
      lines.map(({ courseId }) => courseId),
      lines.map(({ officialId }) => officialId),
    ]);
    const rules = new Map<string, EligibilityRuleSet>();
    for (const { ruleKey, ruleSet } of rows) if (ruleKey !== null && ruleSet) rules.set(ruleKey, ruleSet);
    return rows.map((row) => ({
      course: row.courseId === null ? null : { ...row, id: row.courseId },
      person:
        (row.officialId as string | null) === null ? null : { ...row, ruleSet: rules.get(row.ruleKey ?? '') ?? null },
    }));
  }
}
