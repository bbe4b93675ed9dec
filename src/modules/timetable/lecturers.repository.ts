import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { LecturerView } from './dto/lecturer.view.js';
import { dayBegins, usableBy } from './session.sql.js';
import type { LecturerKind } from './timetable.types.js';

export interface LecturerContent {
  readonly fullName: string;
  readonly kind: LecturerKind;
  readonly organisation: string | null;
  readonly subjects: readonly string[];
  readonly hoursPerWeek: number | null;
  readonly hoursPerYear: number | null;
  readonly accountId: string | null;
  readonly closed: boolean;
}

export type OwnedLecturer = Omit<LecturerView, 'canEdit'> & { owned: boolean };

/** Which lecturers: one, those whose name has these words, those who teach a subject. */
export interface LecturerFilter {
  readonly id?: string;
  readonly q?: string | undefined;
  readonly subject?: string | undefined;
}

/** `$1` the reader's unit, `$2` today. */
const COLUMNS = `l.id, l.full_name AS "fullName", l.kind, l.organisation, l.subjects, l.hours_per_week AS "hoursPerWeek",
  l.hours_per_year AS "hoursPerYear", (SELECT jsonb_build_object('id', ac.id, 'username', ac.username, 'displayName', ac.display_name)
    FROM accounts ac WHERE ac.id = l.account_id) AS account, l.closed, ${unitRefSql('u')} AS unit, l.version,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'from', lower(a.days), 'to', upper(a.days) - 1, 'reason', a.reason) ORDER BY a.days)
    FROM lecturer_absences a WHERE a.lecturer_id = l.id AND upper(a.days) > $2::date), '[]') AS absences,
  (SELECT coalesce(sum(extract(epoch FROM s.ends_at - s.starts_at)) / 3600, 0)::float FROM course_sessions s
    WHERE s.lecturer_id = l.id AND s.state = 'planned' AND s.starts_at >= ${dayBegins(`date_trunc('year', $2::date)`)}
      AND s.starts_at < ${dayBegins(`date_trunc('year', $2::date) + interval '1 year'`)}) AS "hoursThisYear",
  ${inSubtree('l.unit_id', '$1')} AS owned`;

/** Reads and writes of lecturers and the days on which they are away. */
@Injectable()
export class LecturersRepository {
  constructor(private readonly db: Database) {}

  /** Lecturers of the reader's subtree and of the units above, by given name; those who no longer teach last. */
  list({ unitId }: Actor, today: PlainDate, { id, q, subject }: LecturerFilter = {}): Promise<OwnedLecturer[]> {
    return this.db.rows<OwnedLecturer>(
      `SELECT ${COLUMNS} FROM lecturers l JOIN units u ON u.id = l.unit_id WHERE ${usableBy('l.unit_id')}
         AND ($3::uuid IS NULL OR l.id = $3) AND ($4::text IS NULL OR l.name_key LIKE '%' || fold($4) || '%')
         AND ($5::text IS NULL OR EXISTS (SELECT 1 FROM unnest(l.subjects) taught WHERE fold(taught) LIKE '%' || fold($5) || '%'))
       ORDER BY l.closed, l.given_name, l.full_name COLLATE vi, l.id`,
      [unitId, today, id ?? null, q ?? null, subject ?? null],
    );
  }

  async insert(id: string, unitId: string, content: LecturerContent): Promise<void> {
    await this.db.rows(
      `INSERT INTO lecturers (id, unit_id, full_name, kind, organisation, subjects, hours_per_week, hours_per_year, account_id, closed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, unitId, ...valuesOf(content)],
    );
  }

  /** @param version as it was read, or undefined when the caller does not mind. @returns whether it was still so. */
  async update(id: string, content: LecturerContent, version: number | undefined): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE lecturers SET full_name = $3, kind = $4, organisation = $5, subjects = $6, hours_per_week = $7, hours_per_year = $8,
         account_id = $9, closed = $10, version = version + 1 WHERE id = $1 AND ($2::int IS NULL OR version = $2)`,
      [id, version ?? null, ...valuesOf(content)],
    );
    return changed === 1;
  }

  async insertAbsence(
    id: string,
    lecturerId: string,
    { from, to, reason }: { from: PlainDate; to: PlainDate; reason: string | null },
  ): Promise<void> {
    await this.db.rows(
      `INSERT INTO lecturer_absences (id, lecturer_id, days, reason) VALUES ($1, $2, daterange($3::date, $4::date, '[]'), $5)`,
      [id, lecturerId, from, to, reason],
    );
  }

  async deleteAbsence(lecturerId: string, id: string): Promise<boolean> {
    return (
      (await this.db.write('DELETE FROM lecturer_absences WHERE lecturer_id = $1 AND id = $2', [lecturerId, id])) === 1
    );
  }
}

const valuesOf = (content: LecturerContent): unknown[] => [
  content.fullName,
  content.kind,
  content.organisation,
  content.subjects,
  content.hoursPerWeek,
  content.hoursPerYear,
  content.accountId,
  content.closed,
];
