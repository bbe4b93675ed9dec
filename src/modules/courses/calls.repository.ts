import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { CallAnswer } from './course.types.js';

/** What a unit answers. */
export interface Answer {
  readonly answer: CallAnswer;
  readonly at: Date;
  readonly by: string;
  /** The day of the answer in Vietnam: past the deadline it is late. */
  readonly on: PlainDate;
  readonly reason?: string;
  readonly askedUntil?: PlainDate;
}

/** Writes of units' parts of calls. */
@Injectable()
export class CallsRepository {
  constructor(private readonly db: Database) {}

  /**
   * Calls units to a class; one that was called before and has not answered gets the new deadline.
   * @returns the ids of the calls made or moved.
   */
  async call(
    courseId: string,
    unitIds: readonly string[],
    deadline: PlainDate,
    now: Date,
    expected: ReadonlyMap<string, number> = new Map(),
  ): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `INSERT INTO unit_calls (id, course_id, unit_id, called_at, deadline, expected)
       SELECT c.id, $2, c.unit_id, $3, $4, c.expected FROM unnest($1::uuid[], $5::uuid[], $6::int[]) AS c(id, unit_id, expected)
       ON CONFLICT ON CONSTRAINT unit_called_once_per_course DO UPDATE
         SET deadline = excluded.deadline, expected = coalesce(excluded.expected, unit_calls.expected)
         WHERE unit_calls.answer IS NULL
       RETURNING id`,
      [unitIds.map(() => newId()), courseId, now, deadline, unitIds, unitIds.map((id) => expected.get(id) ?? null)],
    );
    return rows.map(({ id }) => id);
  }

  /** Units already called to a class. */
  async calledUnits(courseId: string): Promise<string[]> {
    const rows = await this.db.rows<{ unitId: string }>(
      'SELECT unit_id AS "unitId" FROM unit_calls WHERE course_id = $1',
      [courseId],
    );
    return rows.map(({ unitId }) => unitId);
  }

  /** Records an answer where none, or a weaker one, stands. @returns ids of the calls it answers now. */
  async answer(
    courseId: string,
    unitIds: readonly string[],
    { answer, at, by, on, reason, askedUntil }: Answer,
  ): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `UPDATE unit_calls SET answer = $3, answered_at = $4, answered_by = $5, late = deadline < $6::date, reason = $7, asked_until = $8
       WHERE course_id = $1 AND unit_id = ANY($2::uuid[]) AND coalesce(answer, '') NOT IN ('list', 'carried-over') RETURNING id`,
      [courseId, unitIds, answer, at, by, on, reason ?? null, askedUntil ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /** Says no to a request for more time; the unit owes its answer again. @returns whether it was still asking. */
  async refuseTime(id: string, reason: string, now: Date): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE unit_calls SET answer = NULL, answered_at = NULL, answered_by = NULL, late = false, reason = NULL,
         asked_until = NULL, time_refused_at = $3, time_refused_reason = $2 WHERE id = $1 AND answer = 'more-time'`,
      [id, reason, now],
    );
    return changed === 1;
  }

  /** How many people are expected of a unit. */
  async expect(id: string, people: number | null): Promise<void> {
    await this.db.write('UPDATE unit_calls SET expected = $2 WHERE id = $1', [id, people]);
  }

  /** Gives one unit until another day, and waits for its answer again. @returns whether it was still to answer. */
  async extend(id: string, deadline: PlainDate): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE unit_calls SET deadline = $2, answer = NULL, answered_at = NULL, answered_by = NULL, late = false, reason = NULL,
         asked_until = NULL, time_refused_at = NULL, time_refused_reason = NULL WHERE id = $1 AND coalesce(answer, '') NOT IN ('list', 'carried-over')`,
      [id, deadline],
    );
    return changed === 1;
  }
}
