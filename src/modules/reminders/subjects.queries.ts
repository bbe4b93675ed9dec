import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { Trigger } from './reminder.types.js';
import type { Standing } from './rules/triggers.js';
import { type Asked, READINGS } from './subjects.sql.js';

/** What a reminder is about, as it stands now. */
export interface Subject extends Standing {
  readonly trigger: Trigger;
  /** The call, the class, the first session of a day, or the quota row. */
  readonly subjectId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitCode: string;
  /** The unit whose board holds the class or gave the places. */
  readonly holderId: string;
  readonly courseId: string | null;
  readonly courseCode: string | null;
  readonly courseTitle: string | null;
  readonly programId: string;
  /** What messages tell besides: days, counts, rooms; no names of people. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Which subject a reminder is about. */
export interface SubjectRef {
  readonly trigger: Trigger;
  readonly subjectId: string;
  readonly unitId: string;
}

/** The same subject has the same key. */
export const subjectKey = ({ trigger, subjectId, unitId }: SubjectRef): string => `${trigger} ${subjectId} ${unitId}`;

/** Reads what reminders are about, whatever it is. */
@Injectable()
export class SubjectsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** How these stand now, by their keys; what is not there any more is left out. */
  async of(refs: readonly SubjectRef[]): Promise<ReadonlyMap<string, Subject>> {
    const triggers = [...new Set(refs.map(({ trigger }) => trigger))];
    const found = new Map<string, Subject>();
    for (const trigger of triggers) {
      const ids = refs.filter((ref) => ref.trigger === trigger).map(({ subjectId }) => subjectId);
      for (const subject of await this.read(trigger, 'byId', [...new Set(ids)]))
        found.set(subjectKey(subject), subject);
    }
    return found;
  }

  /** All of a trigger that may become due around today. */
  ahead(trigger: Trigger): Promise<Subject[]> {
    return this.read(trigger, 'ahead', []);
  }

  /** Those of one class. */
  ofCourse(trigger: Trigger, courseId: string): Promise<Subject[]> {
    return this.read(trigger, 'ofCourse', [courseId]);
  }

  private async read(trigger: Trigger, asked: Asked, ids: readonly string[]): Promise<Subject[]> {
    const rows = await this.db.rows<Omit<Subject, 'trigger'>>(READINGS[trigger](asked), [
      ids,
      plainDateIn(this.clock.now()),
    ]);
    return rows.map((row) => ({ ...row, trigger }));
  }
}
