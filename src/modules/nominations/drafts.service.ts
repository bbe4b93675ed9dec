import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { officialInScope } from '../officials/index.js';
import type { CourseSeen, SaveDraftDto } from './dto/draft.dto.js';
import type { DraftPerson, DraftView } from './dto/draft.view.js';
import { NominationsService } from './nominations.service.js';
import { classChanges } from './rules/class-changes.js';

interface DraftRow {
  officialIds: string[];
  seen: CourseSeen;
  savedAt: Date;
}

/** Lists that people are still making: each account's own, holding nothing. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesService,
    private readonly nominations: NominationsService,
    private readonly clock: Clock,
  ) {}

  /** The caller's list for a class, with what has changed of the class since it was saved. @throws NotFound */
  async get(actor: Actor, courseId: string): Promise<DraftView> {
    const course = await this.courses.get(actor, courseId);
    const row = await this.db.row<DraftRow>(
      `SELECT official_ids AS "officialIds", course_seen AS seen, saved_at AS "savedAt"
       FROM nomination_drafts WHERE account_id = $1 AND course_id = $2`,
      [actor.accountId, courseId],
    );
    if (!row) return { officialIds: [], people: [], savedAt: null, changes: [] };
    const people = await this.db.rows<Pick<DraftPerson, 'id' | 'fullName'>>(
      `SELECT o.id, o.full_name AS "fullName" FROM officials o WHERE o.id = ANY($2::uuid[]) AND ${officialInScope('o', '$1')}
       ORDER BY array_position($2::uuid[], o.id)`,
      [actor.unitId, row.officialIds],
    );
    const officialIds = people.map(({ id }) => id);
    const verdicts = await this.nominations.verdicts(actor, course, officialIds);
    return {
      officialIds,
      people: people.map((person) => ({ ...person, ...(verdicts.get(person.id) ?? NOT_TO_BE_CHOSEN) })),
      savedAt: row.savedAt,
      changes: classChanges(row.seen, seenOf(course)),
    };
  }

  /** Keeps the list as it is now, with what its maker saw of the class; an empty one is forgotten. @throws NotFound */
  @Transactional()
  async save(actor: Actor, courseId: string, { officialIds, seen }: SaveDraftDto): Promise<DraftView> {
    const course = await this.courses.get(actor, courseId);
    if (officialIds.length === 0) {
      await this.db.write('DELETE FROM nomination_drafts WHERE account_id = $1 AND course_id = $2', [
        actor.accountId,
        courseId,
      ]);
    } else {
      await this.db.rows(
        `INSERT INTO nomination_drafts (account_id, course_id, official_ids, course_seen, saved_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT nomination_draft_once_per_class DO UPDATE
           SET official_ids = excluded.official_ids, course_seen = excluded.course_seen, saved_at = excluded.saved_at`,
        [actor.accountId, courseId, officialIds, JSON.stringify(seen ?? seenOf(course)), this.clock.now()],
      );
    }
    return this.get(actor, courseId);
  }
}

/** No longer at work, or the class does not call their unit any more. */
const NOT_TO_BE_CHOSEN = { eligible: false, checks: [] };

const seenOf = ({ state, deadline, capacity, startsOn, endsOn, seatsTaken }: CourseView): CourseSeen => ({
  state,
  deadline,
  capacity,
  startsOn,
  endsOn,
  free: Math.max(0, capacity - seatsTaken),
});
