import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Audit, type HistoryStep } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { officialInScope } from '../officials/index.js';
import type { OfficialTraining, OwnNomination, OwnNominations, TrainingView } from './dto/training.view.js';
import { WaitlistService } from './waitlist.service.js';

/** What an official has studied in the classes of this product. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly waitlist: WaitlistService,
  ) {}

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

  /** Everything one was ever put forward for, the latest class first, with every step and how it ended. */
  async own(actor: Actor): Promise<OwnNominations> {
    const items = await this.db.rows<Omit<OwnNomination, 'history' | 'waitingFor'>>(
      `SELECT n.id, jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title) AS course, p.name AS "programName",
         co.starts_on AS "startsOn", co.ends_on AS "endsOn", co.venue, n.state, n.place, n.reason, r.classification,
         CASE WHEN n.place = 'waitlist' THEN (SELECT w.turn FROM waitlist_of(n.course_id) w WHERE w.nomination_id = n.id) END AS "waitlistPosition",
         r.certificate_number AS "certificateNumber", r.certificate_date AS "certificateDate", n.submitted_at AS "submittedAt"
       FROM nominations n JOIN courses co ON co.id = n.course_id JOIN programs p ON p.id = co.program_id
       LEFT JOIN nomination_results r ON r.nomination_id = n.id
       WHERE n.official_id = $1 ORDER BY co.starts_on DESC, n.id DESC`,
      [actor.officialId],
    );
    const histories = await this.audit.historiesOf(items.map(({ id }) => id));
    const sentences = await this.sentences(actor, items);
    return {
      items: items.map((item) => ({
        ...item,
        waitingFor: sentences.get(item.id) ?? null,
        history: (histories.get(item.id) ?? []).map(ofOneself),
      })),
    };
  }

  /** Why the reader waits, in each class where they do. */
  private async sentences(
    actor: Actor,
    items: readonly Pick<OwnNomination, 'place' | 'course'>[],
  ): Promise<Map<string, string>> {
    const classes = items.flatMap(({ place, course }) => (place === 'waitlist' ? [course.id] : []));
    const each = await Promise.all(classes.map((id) => this.waitlist.sentences(actor, id)));
    return new Map(each.flatMap((of) => [...of]));
  }
}

/** What a step says to the one it is about; ids of others are not theirs to read. */
const TOLD = ['reason', 'because', 'number', 'cell', 'rank', 'class', 'from', 'to', 'until', 'rule'];

const ofOneself = ({ data, ...step }: HistoryStep): HistoryStep => ({
  ...step,
  data: Object.fromEntries(Object.entries(data).filter(([name]) => TOLD.includes(name))),
});
