import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { officialInScope } from '../officials/index.js';
import type { OfficialTraining, OwnNomination, OwnNominations, TrainingView } from './dto/training.view.js';

/** What an official has studied in the classes of this product. */
@Injectable()
export class TrainingService {
  constructor(private readonly db: Database) {}

  /** Classes that run or are over, newest first; whoever may know the official may know these. @throws NotFound */
  async of(actor: Actor, officialId: string): Promise<OfficialTraining> {
    const known = await this.db.row(`SELECT 1 FROM officials o WHERE o.id = $2 AND ${officialInScope('o', '$1')}`, [
      actor.unitId,
      officialId,
    ]);
    if (!known) throw new NotFound('id');
    const items = await this.db.rows<TrainingView>(
      `SELECT n.id, jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title) AS course, p.name AS "programName",
         co.state, co.starts_on AS "startsOn", co.ends_on AS "endsOn",
         CASE WHEN n.state IN ('completed', 'not-completed') THEN n.state END AS result
       FROM nominations n JOIN courses co ON co.id = n.course_id JOIN programs p ON p.id = co.program_id
       WHERE n.official_id = $1 AND is_trainee(n.state)
         AND co.state IN ('running', 'completed')
       ORDER BY co.starts_on DESC, n.id DESC`,
      [officialId],
    );
    return { items };
  }

  /** Everything one was ever put forward for, the latest class first, with how it ended. */
  async own(actor: Actor): Promise<OwnNominations> {
    const items = await this.db.rows<OwnNomination>(
      `SELECT n.id, jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title) AS course, p.name AS "programName",
         co.starts_on AS "startsOn", co.ends_on AS "endsOn", co.venue, n.state, n.place, n.reason, r.classification,
         CASE WHEN n.place = 'waitlist' THEN (SELECT w.turn FROM waitlist_of(n.course_id) w WHERE w.nomination_id = n.id) END AS "waitlistPosition",
         r.certificate_number AS "certificateNumber", r.certificate_date AS "certificateDate", n.submitted_at AS "submittedAt"
       FROM nominations n JOIN courses co ON co.id = n.course_id JOIN programs p ON p.id = co.program_id
       LEFT JOIN nomination_results r ON r.nomination_id = n.id
       WHERE n.official_id = $1 ORDER BY co.starts_on DESC, n.id DESC`,
      [actor.officialId],
    );
    return { items };
  }
}
