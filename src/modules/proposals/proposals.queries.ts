import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { officialFactsJoins, officialInScope } from '../officials/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ProposalsQuery } from './dto/proposal.dto.js';
import type { CellAnswerView, ProposalCallView, CellProposalView, WishableClass } from './dto/proposal.view.js';
import { mayPropose, type Side } from './rules/proposal-steps.js';

type ProposalRow = Omit<CellProposalView, 'can'> & { ofCell: boolean; ofCommittee: boolean };

const COURSE = `jsonb_build_object('id', co.id, 'code', co.code, 'title', co.title, 'startsOn', co.starts_on,
  'endsOn', co.ends_on, 'state', co.state)`;

/** Columns of `CellProposalView`; `$1` is the reader's unit, `$2` today. */
const COLUMNS = `pr.id, ${COURSE} AS course, jsonb_build_object('id', o.id, 'fullName', o.full_name, 'post', post.title) AS official,
  ${unitRefSql('cell')} AS cell, ${unitRefSql('u')} AS unit, pr.state, pr.position, pr.note, pr.reason,
  pr.nomination_id AS "nominationId", pr.by_self AS "bySelf", pr.changed_at AS "changedAt",
  ${inSubtree('pr.cell_id', '$1')} AS "ofCell", ${inSubtree('pr.unit_id', '$1')} AS "ofCommittee"`;

const TABLES = `proposals pr JOIN courses co ON co.id = pr.course_id JOIN officials o ON o.id = pr.official_id
  JOIN units cell ON cell.id = pr.cell_id JOIN units u ON u.id = pr.unit_id`;

const IN_SCOPE = `(${inSubtree('pr.unit_id', '$1')} OR ${inSubtree('pr.cell_id', '$1')})`;

const LIVE = `pr.state IN ('interest', 'proposed', 'returned', 'reserve')`;

/** What counts of one call `uc`, as far as the reader (`$1`) sees it. */
const TALLY = `(SELECT count(*) FILTER (WHERE pr.state = 'proposed')::int AS waiting, count(*) FILTER (WHERE ${LIVE})::int AS live,
    count(*) FILTER (WHERE pr.state = 'endorsed')::int AS endorsed
  FROM proposals pr WHERE pr.course_id = uc.course_id AND pr.unit_id = uc.unit_id AND ${IN_SCOPE})`;

/** Cells below one call `uc` and within the reader's (`$1`), on the day `$2`. */
const CELLS = `(SELECT count(*)::int AS cells, count(*) FILTER (WHERE
    EXISTS (SELECT 1 FROM proposals pr WHERE pr.course_id = uc.course_id AND pr.cell_id = c.id AND pr.state <> 'withdrawn')
    OR EXISTS (SELECT 1 FROM cell_answers ca WHERE ca.course_id = uc.course_id AND ca.cell_id = c.id))::int AS answered
  FROM units c WHERE c.kind = 'party-cell' AND c.path @> ARRAY[uc.unit_id] AND ${inSubtree('c.id', '$1')}
    AND (c.valid_to IS NULL OR c.valid_to >= $2::date))`;

/** Reads of proposals. */
@Injectable()
export class ProposalsQueries {
  constructor(private readonly db: Database) {}

  /** Proposals of the reader's subtree, in the committee's order. */
  async list(actor: Actor, query: ProposalsQuery, today: PlainDate): Promise<Page<CellProposalView>> {
    const request = pageRequest(query, 'id', 'integer', 'id');
    const filter = `${IN_SCOPE} AND $2::date IS NOT NULL AND ($3::uuid IS NULL OR pr.course_id = $3) AND ($4::text IS NULL OR pr.state = $4)`;
    const values = [actor.unitId, today, query.courseId ?? null, query.state ?? null];
    const rows = await this.db.rows<ProposalRow & { cursor: unknown[] }>(
      `SELECT ${COLUMNS}, jsonb_build_array(pr.course_id, pr.position, pr.id) AS cursor FROM ${TABLES} ${officialFactsJoins('$2')}
       WHERE ${filter} AND ($5::uuid IS NULL OR (pr.course_id, pr.position, pr.id) > ($5::uuid, $6::int, $7::uuid))
       ORDER BY pr.course_id, pr.position, pr.id LIMIT $8`,
      [...values, ...(request.after ?? [null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM ${TABLES} WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...row }) => toView(actor, row));
  }

  /** These proposals of the reader's subtree, in the order asked for. */
  async find(actor: Actor, ids: readonly string[], today: PlainDate): Promise<CellProposalView[]> {
    const rows = await this.db.rows<ProposalRow>(
      `SELECT ${COLUMNS} FROM ${TABLES} ${officialFactsJoins('$2')} WHERE pr.id = ANY($3::uuid[]) AND ${IN_SCOPE}
       ORDER BY array_position($3::uuid[], pr.id)`,
      [actor.unitId, today, ids],
    );
    return rows.map((row) => toView(actor, row));
  }

  /** Open classes whose cells propose, as far as a unit of the reader's, or one above, is called; the nearest deadline first. */
  calls(actor: Actor, today: PlainDate): Promise<ProposalCallView[]> {
    return this.db.rows<ProposalCallView>(
      `SELECT ${COURSE} AS course, uc.deadline, uc.deadline - $2::date AS "daysLeft", ${unitRefSql('u')} AS unit,
         tally.waiting, tally.live, tally.endorsed, cells.cells, cells.answered AS "answeredCells", ca.answer, ca.until
       FROM unit_calls uc JOIN courses co ON co.id = uc.course_id JOIN units u ON u.id = uc.unit_id
       JOIN LATERAL program_version_on(co.program_id, co.starts_on) pv ON pv.cell_step
       CROSS JOIN LATERAL ${TALLY} tally CROSS JOIN LATERAL ${CELLS} cells
       LEFT JOIN cell_answers ca ON ca.course_id = co.id AND ca.cell_id = $1
       WHERE co.state = 'open' AND uc.answer IS DISTINCT FROM 'carried-over' AND (${inSubtree('uc.unit_id', '$1')}
         OR uc.unit_id IN (SELECT unnest(path) FROM units WHERE id = $1::uuid))
       ORDER BY uc.deadline, co.id, u.name`,
      [actor.unitId, today],
    );
  }

  /** The called unit that a cell proposes to: itself, or the nearest above it; null where none is called. */
  async calledUnit(courseId: string, cellId: string): Promise<string | null> {
    const row = await this.db.row<{ id: string }>(
      `SELECT uc.unit_id AS id FROM unit_calls uc JOIN units u ON u.id = uc.unit_id
       WHERE uc.course_id = $1 AND uc.answer IS DISTINCT FROM 'carried-over'
         AND uc.unit_id IN (SELECT unnest(path) FROM units WHERE id = $2)
       ORDER BY cardinality(u.path) DESC LIMIT 1`,
      [courseId, cellId],
    );
    return row?.id ?? null;
  }

  /** Which of these people belong to the cell and are at work. */
  async members(cellId: string, officialIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT o.id FROM officials o WHERE o.id = ANY($2::uuid[]) AND ${officialInScope('o', '$1')} AND o.status IN ('working', 'rotated')`,
      [cellId, officialIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Open classes that call a unit of this person's, with their own wish for them, and their nomination. */
  openFor(officialId: string, today: PlainDate): Promise<WishableClass[]> {
    return this.db.rows<WishableClass>(
      `SELECT ${COURSE} AS course, p.name AS "programName", called.deadline, called.deadline - $2::date AS "daysLeft", ${unitRefSql('u')} AS unit,
         w.id AS "wishId", w.state AS "wishState", w.reason AS "wishReason", coalesce(w.by_self AND w.state = 'interest', false) AS "canWithdraw",
         w.id IS NULL AND n.state IS NULL AS "canWish", n.state AS "nominationState"
       FROM officials o JOIN LATERAL (
         SELECT DISTINCT ON (uc.course_id) uc.course_id, uc.unit_id, uc.deadline FROM unit_calls uc JOIN units called_unit ON called_unit.id = uc.unit_id
         WHERE uc.answer IS DISTINCT FROM 'carried-over' AND uc.unit_id IN (SELECT unnest(path) FROM units WHERE id IN (o.unit_id, o.cell_id))
         ORDER BY uc.course_id, cardinality(called_unit.path) DESC) called ON true
       JOIN courses co ON co.id = called.course_id AND co.state = 'open' JOIN programs p ON p.id = co.program_id JOIN units u ON u.id = called.unit_id
       LEFT JOIN LATERAL (SELECT pr.* FROM proposals pr WHERE pr.course_id = co.id AND pr.official_id = o.id AND pr.state <> 'withdrawn'
         ORDER BY pr.created_at DESC LIMIT 1) w ON true
       LEFT JOIN LATERAL (SELECT n.state FROM nominations n WHERE n.course_id = co.id AND n.official_id = o.id AND bars_nomination(n.state)) n ON true
       WHERE o.id = $1 ORDER BY called.deadline, co.id`,
      [officialId, today],
    );
  }

  /** Where this person's wish goes: their Party cell, or their unit where they have none. */
  async homeOf(officialId: string): Promise<string | null> {
    const row = await this.db.row<{ id: string }>(
      'SELECT coalesce(cell_id, unit_id) AS id FROM officials WHERE id = $1',
      [officialId],
    );
    return row?.id ?? null;
  }

  /** What cells of the reader's subtree answered about a class. */
  answers(actor: Actor, courseId: string): Promise<CellAnswerView[]> {
    return this.db.rows<CellAnswerView>(
      `SELECT ${unitRefSql('cell')} AS cell, ca.answer, ca.reason, ca.until, ca.answered_at AS "answeredAt"
       FROM cell_answers ca JOIN units cell ON cell.id = ca.cell_id
       WHERE ca.course_id = $2 AND ${inSubtree('ca.cell_id', '$1')} ORDER BY cell.name`,
      [actor.unitId, courseId],
    );
  }
}

function toView(actor: Actor, { ofCell, ofCommittee, ...view }: ProposalRow): CellProposalView {
  const sides: Side[] = [
    ...(ofCell && actor.role === 'cell' ? (['cell'] as const) : []),
    ...(ofCommittee && (actor.role === 'committee' || actor.role === 'board') ? (['committee'] as const) : []),
  ];
  const facts = { state: view.state, classOpen: view.course.state === 'open', sides, bySelf: view.bySelf };
  return {
    ...view,
    can: {
      propose: mayPropose('propose', facts),
      withdraw: mayPropose('withdraw', facts),
      return: mayPropose('return', facts),
      decline: mayPropose('decline', facts),
      declineWish: mayPropose('declineWish', facts),
      keepAsReserve: mayPropose('keepAsReserve', facts),
      endorse: mayPropose('endorse', facts),
    },
  };
}
