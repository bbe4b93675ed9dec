import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** The people one unit has in one class. */
export interface TurnsOfUnit {
  courseId: string;
  unitId: string;
  /** That unit and those above it, the highest first. */
  path: string[];
  seats: number;
  completed: number;
}

/** Counts of people in classes, for those who follow a plan; no names. */
@Injectable()
export class TurnsQueries {
  constructor(private readonly db: Database) {}

  /** Seats held and courses completed, by class and unit. */
  ofCourses(courseIds: readonly string[]): Promise<TurnsOfUnit[]> {
    return this.db.rows<TurnsOfUnit>(
      `SELECT n.course_id AS "courseId", n.unit_id AS "unitId", u.path, count(*)::int AS seats,
         (count(*) FILTER (WHERE n.state = 'completed'))::int AS completed
       FROM nominations n JOIN units u ON u.id = n.unit_id
       WHERE n.course_id = ANY($1::uuid[]) AND n.place = 'seat' GROUP BY n.course_id, n.unit_id, u.path`,
      [courseIds],
    );
  }

  /**
   * How many different people completed, by the groups that their classes and units are put in.
   * @param placed each unit's part of a class with its groups: who stands twice in one group counts once.
   */
  async persons(
    placed: readonly { courseId: string; unitId: string; groups: readonly string[] }[],
  ): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ name: string; persons: number }>(
      `SELECT g.name, count(DISTINCT n.official_id)::int AS persons
       FROM jsonb_to_recordset($1::jsonb) AS p("courseId" uuid, "unitId" uuid, groups jsonb)
       CROSS JOIN LATERAL jsonb_array_elements_text(p.groups) AS g(name)
       JOIN nominations n ON n.course_id = p."courseId" AND n.unit_id = p."unitId" AND n.state = 'completed' GROUP BY 1`,
      [JSON.stringify(placed)],
    );
    return new Map(rows.map(({ name, persons }) => [name, persons]));
  }
}
