import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { CourseEntity } from './course.entity.js';
import type { CourseState } from './course.types.js';

/** A class to record. */
export type NewCourse = Omit<CourseEntity, 'seatsTaken' | 'waitlisted' | 'version'>;

/** Writes of classes. */
@Injectable()
export class CoursesRepository {
  constructor(private readonly db: Database) {}

  async insert(...courses: NewCourse[]): Promise<void> {
    await this.db.repository(CourseEntity).insert(courses.map((course) => ({ ...course, version: 1 })));
  }

  /** The series that copies of a class belong to: its own, else one that it begins. */
  async seriesOf(id: string): Promise<string> {
    const rows = await this.db.rows<{ seriesId: string }>(
      'SELECT coalesce(series_id, id) AS "seriesId" FROM courses WHERE id = $1 FOR UPDATE',
      [id],
    );
    const seriesId = rows[0]?.seriesId ?? id;
    await this.db.write('UPDATE courses SET series_id = $2 WHERE id = $1 AND series_id IS NULL', [id, seriesId]);
    return seriesId;
  }

  /** Changes facts of a class, if nobody did so since the caller read it. @returns whether it was changed. */
  async update(id: string, version: number, change: Partial<CourseEntity>): Promise<boolean> {
    const result = await this.db
      .repository(CourseEntity)
      .update({ id, version }, { ...change, version: () => 'version + 1' });
    return result.affected === 1;
  }

  /**
   * Moves a class on, if it still is in the state the caller saw.
   * @returns whether it was moved.
   */
  async move(id: string, from: CourseState, to: CourseState, change: Partial<CourseEntity> = {}): Promise<boolean> {
    const result = await this.db
      .repository(CourseEntity)
      .update({ id, state: from }, { ...change, state: to, version: () => 'version + 1' });
    return result.affected === 1;
  }
}
