import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { unitRefSql } from '../units/index.js';
import type { PlanLineView } from './dto/plan.view.js';
import type { PlannedLine } from './plan.types.js';
import { IN_FORCE, LINE_IN_SCOPE } from './plans.sql.js';
import type { YearLine } from './rules/sum-years.js';

/** A line with everything its views and the rules need. */
export type KnownLine = PlanLineView & PlannedLine;

const LINE = `l.id, l.program_id AS "programId", l.unit_id AS "unitId", coalesce(only_heir(l.unit_id), l.unit_id) AS "standsFor",
  jsonb_build_object('id', pr.id, 'code', pr.code, 'name', pr.name) AS program, ${unitRefSql('u')} AS unit,
  l.classes, l.trainees, l.first_month AS "firstMonth", l.last_month AS "lastMonth", l.note, l.version`;

const TABLES = `plan_lines l JOIN plan_versions v ON v.id = l.version_id JOIN training_plans p ON p.id = v.plan_id
  JOIN programs pr ON pr.id = l.program_id JOIN units u ON u.id = l.unit_id`;

/** The catalogue's order of programs; in each, the line for all units first, then by name. */
const ORDER = 'pr.position, cardinality(u.path), u.name COLLATE vi, l.id';

/** For which unit's line a class was opened, and who stands for that unit now. */
export interface OpenedFor {
  courseId: string;
  unitId: string;
  standsFor: string;
}

const OPENED_FOR = `pc.course_id AS "courseId", pc.unit_id AS "unitId", coalesce(only_heir(pc.unit_id), pc.unit_id) AS "standsFor"`;

/** Reads of lines and of which classes were opened for them. */
@Injectable()
export class PlanLinesQueries {
  constructor(private readonly db: Database) {}

  /** The lines of a version. @param scope the reader's unit: those below the plan's see those of their own units. */
  lines(scope: string, versionId: string): Promise<KnownLine[]> {
    return this.db.rows<KnownLine>(
      `SELECT ${LINE} FROM ${TABLES} WHERE l.version_id = $2 AND ${LINE_IN_SCOPE} ORDER BY ${ORDER}`,
      [scope, versionId],
    );
  }

  /** One line of a version, or null. */
  find(versionId: string, id: string): Promise<KnownLine | null> {
    return this.db.row<KnownLine>(`SELECT ${LINE} FROM ${TABLES} WHERE l.version_id = $1 AND l.id = $2`, [
      versionId,
      id,
    ]);
  }

  /** Classes opened from a plan, with the unit of the line each was opened for. */
  courses(planId: string): Promise<OpenedFor[]> {
    return this.db.rows(`SELECT ${OPENED_FOR} FROM plan_courses pc WHERE pc.plan_id = $1`, [planId]);
  }

  /** Which of these classes were opened from another plan of one year of the unit's, and so count there. */
  async ofYears(holderId: string, from: number, to: number): Promise<OpenedFor[]> {
    return this.db.rows(
      `SELECT ${OPENED_FOR} FROM plan_courses pc JOIN training_plans p ON p.id = pc.plan_id
       WHERE p.unit_id = $1 AND p.kind = 'year' AND p.first_year BETWEEN $2 AND $3`,
      [holderId, from, to],
    );
  }

  /** Lines of the unit's plans of single years that are in force, within a period. */
  yearLines(holderId: string, firstYear: number, lastYear: number): Promise<YearLine[]> {
    return this.db.rows<YearLine>(
      `SELECT l.program_id AS "programId", u.path, l.classes, l.trainees FROM ${TABLES}
       WHERE p.unit_id = $1 AND p.kind = 'year' AND p.first_year BETWEEN $2 AND $3 AND ${IN_FORCE}`,
      [holderId, firstYear, lastYear],
    );
  }

  /** Units that lines of a version speak of and that stand below its plan's own unit. */
  async unitsOf(versionId: string): Promise<{ unitId: string; lines: number }[]> {
    return this.db.rows(
      `SELECT told.id AS "unitId", count(*)::int AS lines FROM ${TABLES} JOIN units told ON told.valid_to IS NULL AND told.id <> p.unit_id
         AND (l.unit_id = told.id OR l.unit_id = p.unit_id AND told.parent_id = p.unit_id)
       WHERE l.version_id = $1 GROUP BY told.id`,
      [versionId],
    );
  }
}
