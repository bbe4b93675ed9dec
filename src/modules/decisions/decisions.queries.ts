import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { NAME_ORDER, officialFactsJoins } from '../officials/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { DecisionsQuery } from './dto/decision.dto.js';
import type { DecisionDetail, DecisionLine, DecisionView, UndecidedProgram } from './dto/decision.view.js';

type DecisionRow = Omit<DecisionView, 'can'> & { owned: boolean; begun: boolean };

/** Columns of `DecisionView`; `$1` is the reader's unit. */
const COLUMNS = `d.id, ${unitRefSql('u')} AS unit, jsonb_build_object('id', p.id, 'name', p.name) AS program, d.state, d.number,
  d.decided_on AS "decidedOn", d.signer, d.revoke_reason AS "revokeReason", ${inSubtree('d.unit_id', '$1')} AS owned,
  (SELECT count(*)::int FROM decision_lines l JOIN nominations n ON n.id = l.nomination_id
    WHERE l.decision_id = d.id AND l.ended IS NULL AND ${inSubtree('n.unit_id', '$1')}) AS people,
  EXISTS (SELECT 1 FROM decision_lines l JOIN nominations n ON n.id = l.nomination_id JOIN courses co ON co.id = n.course_id
    WHERE l.decision_id = d.id AND l.ended IS NULL AND co.state IN ('running', 'completed')) AS begun`;

const TABLES = `decisions d JOIN units u ON u.id = d.unit_id JOIN programs p ON p.id = d.program_id`;

/** Decisions of the reader's subtree, and issued ones that name somebody of it. */
const IN_SCOPE = `(${inSubtree('d.unit_id', '$1')} OR d.state <> 'draft' AND EXISTS (SELECT 1 FROM decision_lines l
  JOIN nominations n ON n.id = l.nomination_id WHERE l.decision_id = d.id AND ${inSubtree('n.unit_id', '$1')}))`;

/** Reads of decisions. */
@Injectable()
export class DecisionsQueries {
  constructor(private readonly db: Database) {}

  /** The newest first. */
  async list(actor: Actor, query: DecisionsQuery): Promise<Page<DecisionView>> {
    const request = pageRequest(query, 'id');
    const filter = `${IN_SCOPE} AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM decision_lines l JOIN nominations n
      ON n.id = l.nomination_id WHERE l.decision_id = d.id AND n.course_id = $2))`;
    const values = [actor.unitId, query.courseId ?? null];
    const rows = await this.db.rows<DecisionRow & { cursor: unknown[] }>(
      `SELECT ${COLUMNS}, jsonb_build_array(d.id) AS cursor FROM ${TABLES} WHERE ${filter} AND ($3::uuid IS NULL OR d.id < $3::uuid)
       ORDER BY d.id DESC LIMIT $4`,
      [...values, request.after?.[0] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => toView(actor, row));
  }

  /** Classes of the reader's subtree, of programs that send by decision, with approved people whom no decision names. */
  async undecided(actor: Actor): Promise<UndecidedProgram[]> {
    return this.db.rows<UndecidedProgram>(
      `SELECT jsonb_build_object('id', p.id, 'name', p.name) AS program, jsonb_agg(jsonb_build_object('id', co.id, 'code', co.code,
           'title', co.title, 'startsOn', co.starts_on, 'endsOn', co.ends_on, 'people', waiting.people) ORDER BY co.starts_on, co.code) AS courses
       FROM (SELECT n.course_id, count(*)::int AS people FROM nominations n WHERE n.state = 'approved'
           AND NOT EXISTS (SELECT 1 FROM decision_lines l WHERE l.nomination_id = n.id AND l.ended IS NULL) GROUP BY n.course_id) waiting
       JOIN courses co ON co.id = waiting.course_id AND co.state IN ('open', 'closed', 'confirmed')
       JOIN programs p ON p.id = co.program_id
       JOIN program_versions v ON v.program_id = p.id AND v.valid @> co.starts_on AND v.decision_step
       WHERE ${inSubtree('co.unit_id', '$1')} GROUP BY p.id ORDER BY min(co.starts_on), p.name`,
      [actor.unitId],
    );
  }

  /** One decision with its list, as far as it is of the reader's units; or null. */
  async find(actor: Actor, id: string, today: PlainDate): Promise<DecisionDetail | null> {
    const row = await this.db.row<DecisionRow>(`SELECT ${COLUMNS} FROM ${TABLES} WHERE d.id = $2 AND ${IN_SCOPE}`, [
      actor.unitId,
      id,
    ]);
    if (!row) return null;
    const lines = await this.db.rows<DecisionLine>(
      `SELECT l.id, l.nomination_id AS "nominationId", o.full_name AS "fullName",
         coalesce(o.birth_year, extract(year FROM o.born_on)::int) AS "birthYear", post.title AS post, ${unitRefSql('nu')} AS unit,
         jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title, 'startsOn', co.starts_on, 'endsOn', co.ends_on) AS course,
         n.state, l.ended, left_o.full_name AS replaces
       FROM decision_lines l JOIN nominations n ON n.id = l.nomination_id JOIN officials o ON o.id = n.official_id
       JOIN units nu ON nu.id = n.unit_id JOIN courses co ON co.id = n.course_id ${officialFactsJoins('$3')}
       LEFT JOIN nominations left_n ON left_n.id = n.replaces_id LEFT JOIN officials left_o ON left_o.id = left_n.official_id
       WHERE l.decision_id = $2 AND ${inSubtree('n.unit_id', '$1')}
       ORDER BY co.starts_on, co.code, l.position, l.added_at, ${NAME_ORDER}`,
      [actor.unitId, id, today],
    );
    return { ...toView(actor, row), lines };
  }
}

function toView(actor: Actor, { owned, begun, ...view }: DecisionRow): DecisionView {
  const manages = owned && mayRole(actor.role, 'decisions.manage');
  const draft = manages && view.state === 'draft';
  return {
    ...view,
    can: {
      issue: draft && view.people > 0,
      leaveOut: draft && view.people > 1,
      discard: draft,
      revoke: manages && view.state === 'issued' && !begun,
    },
  };
}
