import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree } from '../units/index.js';
import { COURSE_COLUMNS, COURSE_IN_SCOPE, COURSE_TABLES } from './course.sql.js';
import { courseAbilities } from './courses.policy.js';
import type { CoursesQuery } from './dto/course.dto.js';
import type { CourseView } from './dto/course.view.js';

type CourseRow = Omit<CourseView, 'can'> & { owned: boolean; called: boolean };

/** A class as far as somebody who looks for one needs it. */
export type CourseRef = Pick<CourseView, 'id' | 'code' | 'title' | 'state' | 'startsOn' | 'deadline'>;

/** A class as far as somebody who counts classes needs it. */
export type HeldCourse = Pick<CourseView, 'id' | 'code' | 'title' | 'programId' | 'state' | 'startsOn'> & {
  /** Trainees of an old class, which has no names; null for the others. */
  reported: number | null;
};

/** SQL that is true for classes `co` which a unit below `$7` holds or is called to, as far as the reader sees the call. */
const CONCERNS_UNIT = `(${inSubtree('co.unit_id', '$7')} OR EXISTS (SELECT 1 FROM unit_calls uc WHERE uc.course_id = co.id
  AND ${inSubtree('uc.unit_id', '$7')} AND ${inSubtree('uc.unit_id', '$1')}))`;

/** Reads of classes. */
@Injectable()
export class CoursesQueries {
  constructor(private readonly db: Database) {}

  /** Classes the reader may know of, newest first unless asked otherwise. */
  async list(actor: Actor, query: CoursesQuery, today: PlainDate): Promise<Page<CourseView>> {
    const request = pageRequest(query, 'date', 'id');
    const [order, beyond] = query.sort === 'startsOn' ? ['ASC', '>'] : ['DESC', '<'];
    const filter = `${COURSE_IN_SCOPE} AND $2::date IS NOT NULL AND ($3::text IS NULL OR co.title_key LIKE '%' || $3 || '%')
      AND ($4::text IS NULL OR co.state = $4) AND ($5::uuid IS NULL OR co.program_id = $5)
      AND ($6::int IS NULL OR co.starts_on BETWEEN make_date($6, 1, 1) AND make_date($6, 12, 31))
      AND ($7::uuid IS NULL OR ${CONCERNS_UNIT})`;
    const search = query.q ? foldVietnamese(query.q) : null;
    const { state = null, programId = null, year = null, unitId = null } = query;
    const values = [actor.unitId, today, search, state, programId, year, unitId];
    const rows = await this.db.rows<CourseRow & { cursor: unknown[] }>(
      `SELECT ${COURSE_COLUMNS}, jsonb_build_array(co.starts_on, co.id) AS cursor FROM ${COURSE_TABLES}
       WHERE ${filter} AND ($8::date IS NULL OR (co.starts_on, co.id) ${beyond} ($8::date, $9::uuid))
       ORDER BY co.starts_on ${order}, co.id ${order} LIMIT $10`,
      [...values, request.after?.[0] ?? null, request.after?.[1] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM courses co WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, (row) => toView(actor, row));
  }

  /** The soonest classes of a program, planned or open, that the reader may know of and that begin on a day or later. */
  soonest(actor: Actor, programId: string, from: PlainDate, limit: number): Promise<CourseRef[]> {
    return this.db.rows<CourseRef>(
      `SELECT co.id, co.code, co.title, co.state, co.starts_on AS "startsOn", co.deadline FROM courses co
       WHERE ${COURSE_IN_SCOPE} AND co.program_id = $2 AND co.state IN ('draft', 'open') AND co.starts_on >= $3::date
       ORDER BY co.starts_on, co.id LIMIT $4`,
      [actor.unitId, programId, from, limit],
    );
  }

  /**
   * Classes that units hold and that begin within a time, and those named; the cancelled are left out.
   * @param drafts whether those still being prepared count too.
   */
  held(
    holderIds: readonly string[],
    { from, to, ids, drafts }: { from: PlainDate; to: PlainDate; ids: readonly string[]; drafts: boolean },
  ): Promise<HeldCourse[]> {
    return this.db.rows<HeldCourse>(
      `SELECT co.id, co.code, co.title, co.program_id AS "programId", co.state, co.starts_on AS "startsOn",
         co.reported_trainees AS reported
       FROM courses co WHERE (co.unit_id = ANY($1::uuid[]) AND co.starts_on BETWEEN $2::date AND $3::date OR co.id = ANY($4::uuid[]))
         AND co.state <> 'cancelled' AND ($5::boolean OR co.state <> 'draft') ORDER BY co.starts_on, co.id`,
      [holderIds, from, to, ids, drafts],
    );
  }

  /** One class, or null when there is none that the reader may know of. */
  async find(actor: Actor, id: string, today: PlainDate): Promise<CourseView | null> {
    const row = await this.db.row<CourseRow & { cursor?: unknown }>(
      `SELECT ${COURSE_COLUMNS} FROM ${COURSE_TABLES} WHERE co.id = $3 AND ${COURSE_IN_SCOPE}`,
      [actor.unitId, today, id],
    );
    return row && toView(actor, row);
  }
}

function toView(actor: Actor, row: CourseRow & { cursor?: unknown }): CourseView {
  const { owned, called, cursor: _, ...view } = row;
  return {
    ...view,
    can: courseAbilities(actor, {
      state: view.state,
      owned,
      called,
      cellStep: view.program.version?.cellStep ?? false,
    }),
  };
}
