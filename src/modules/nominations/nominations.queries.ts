import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { officialFactsJoins } from '../officials/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { NominationsQuery } from './dto/nomination.dto.js';
import type { NominationView } from './dto/nomination.view.js';
import type { RuleCheck } from './rules/eligibility.js';
import { nominationAbilities } from './nominations.policy.js';

type NominationRow = Omit<NominationView, 'can' | 'returned'> & {
  own: boolean;
  returned: (Omit<NonNullable<NominationView['returned']>, 'byMe'> & { byId: string | null }) | null;
};

/** Decisions that lifted a rule when the nomination was made. */
const WAIVERS = `(SELECT coalesce(jsonb_agg(kept -> 'waiver'), '[]') FROM jsonb_array_elements(n.verdict) kept WHERE kept ? 'waiver')`;

const OPEN_CHECKS = `(SELECT count(*)::int FROM jsonb_array_elements(n.verdict) kept
  WHERE kept ->> 'result' IN ('needsException', 'unknown') AND NOT kept ? 'waiver')`;

/** By whom it was last sent back. */
const RETURNED = `(SELECT jsonb_build_object('byId', a.account_id, 'by', a.account_name, 'at', a.at, 'reason', a.data ->> 'reason')
  FROM audit_entries a WHERE a.subject_id = n.id AND a.action = 'nomination.returned' ORDER BY a.at DESC, a.id DESC LIMIT 1)`;

/** Columns of `NominationView`; `$1` is the reader's unit, `$2` today. */
const COLUMNS = `n.id, jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title, 'startsOn', co.starts_on,
    'endsOn', co.ends_on, 'state', co.state, 'deadline', co.deadline) AS course,
  jsonb_build_object('id', o.id, 'fullName', o.full_name, 'post', post.title, 'unit', ${unitRefSql('ou')},
    'llctLevel', llct.level, 'professionalLevel', professional.level) AS official,
  ${unitRefSql('u')} AS unit, n.state, n.place,
  CASE WHEN n.place = 'waitlist' THEN (SELECT w.turn FROM waitlist_of(n.course_id) w WHERE w.nomination_id = n.id) END AS "waitlistPosition",
  n.late, n.reason, ${WAIVERS} AS waivers, ${OPEN_CHECKS} AS "openChecks", ${RETURNED} AS returned, n.submitted_at AS "submittedAt", n.decided_at AS "decidedAt", n.version, ${inSubtree('n.unit_id', '$1')} AS own`;

const TABLES = `nominations n JOIN courses co ON co.id = n.course_id JOIN officials o ON o.id = n.official_id
  JOIN units ou ON ou.id = o.unit_id JOIN units u ON u.id = n.unit_id`;

/** Made for a unit of the reader's subtree, or about a member of its cells. */
const IN_SCOPE = `(${inSubtree('n.unit_id', '$1')} OR ${inSubtree('o.cell_id', '$1')})`;

/** Reads of nominations. */
@Injectable()
export class NominationsQueries {
  constructor(private readonly db: Database) {}

  /** Nominations of the reader's subtree, in the order in which they came. */
  async list(actor: Actor, query: NominationsQuery, today: PlainDate): Promise<Page<NominationView>> {
    const byDeadline = query.sort === 'deadline';
    const request = byDeadline ? pageRequest(query, 'date', 'id', 'integer') : pageRequest(query, 'id', 'integer');
    const key = byDeadline ? `coalesce(co.deadline, 'infinity'), n.course_id, n.queue_no` : 'n.course_id, n.queue_no';
    const after = byDeadline ? '$9::date, $10::uuid, $11::int' : '$9::uuid, $10::int';
    const filter = `${IN_SCOPE} AND $2::date IS NOT NULL AND ($3::uuid IS NULL OR n.course_id = $3)
      AND ($4::uuid IS NULL OR n.official_id = $4) AND ($5::uuid IS NULL OR ${inSubtree('n.unit_id', '$5')})
      AND ($6::text IS NULL OR n.state = $6) AND ($7::text IS NULL OR n.place = $7)
      AND ($8::uuid IS NULL OR co.program_id = $8)`;
    const { courseId = null, officialId = null, unitId = null, state = null, place = null, programId = null } = query;
    const values = [actor.unitId, today, courseId, officialId, unitId, state, place, programId];
    const rows = await this.db.rows<NominationRow & { cursor: unknown[] }>(
      `SELECT ${COLUMNS}, jsonb_build_array(${key}) AS cursor FROM ${TABLES} ${officialFactsJoins('$2')}
       WHERE ${filter} AND ($9${byDeadline ? '::date' : '::uuid'} IS NULL OR (${key}) > (${after}))
       ORDER BY ${key} LIMIT ${byDeadline ? '$12' : '$11'}`,
      [...values, ...(request.after ?? (byDeadline ? [null, null, null] : [null, null])), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => toView(actor, row));
  }

  /** One nomination of the reader's subtree, or null. */
  async find(actor: Actor, id: string, today: PlainDate): Promise<NominationView | null> {
    const row = await this.db.row<NominationRow>(
      `SELECT ${COLUMNS} FROM ${TABLES} ${officialFactsJoins('$2')} WHERE n.id = $3 AND ${IN_SCOPE}`,
      [actor.unitId, today, id],
    );
    return row && toView(actor, row);
  }

  /** Whether it was made in the name of a unit of the actor's part of the tree. */
  async isOwn(actor: Actor, id: string): Promise<boolean> {
    const row = await this.db.row(`SELECT 1 FROM nominations n WHERE n.id = $2 AND ${inSubtree('n.unit_id', '$1')}`, [
      actor.unitId,
      id,
    ]);
    return row !== null;
  }

  /** Every rule's answer as it was when the nomination was made. */
  async verdict(id: string): Promise<RuleCheck[]> {
    const row = await this.db.row<{ verdict: RuleCheck[] | null }>('SELECT verdict FROM nominations WHERE id = $1', [
      id,
    ]);
    return row?.verdict ?? [];
  }

  /** What a message about a nomination must know. */
  notice(id: string): Promise<NominationNotice | null> {
    return this.db.row<NominationNotice>(
      `SELECT n.id, n.unit_id AS "unitId", n.state, n.place, n.course_id AS "courseId", co.code AS "courseCode",
         co.title AS "courseTitle" FROM nominations n JOIN courses co ON co.id = n.course_id WHERE n.id = $1`,
      [id],
    );
  }
}

/** A nomination as the machinery sees it, without a reader. */
export interface NominationNotice {
  id: string;
  unitId: string;
  state: string;
  place: string;
  courseId: string;
  courseCode: string;
  courseTitle: string;
}

function toView(actor: Actor, { own, returned, ...view }: NominationRow): NominationView {
  const self = actor.officialId === view.official.id;
  const can = nominationAbilities(actor, {
    state: view.state,
    place: view.place,
    courseState: view.course.state,
    own,
    self,
  });
  return { ...view, returned: returned && byWhom(actor, returned), can };
}

const byWhom = (
  { accountId }: Actor,
  { byId, ...returned }: NonNullable<NominationRow['returned']>,
): NonNullable<NominationView['returned']> => ({ ...returned, byMe: byId === accountId });
