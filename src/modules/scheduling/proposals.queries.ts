import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import type { ScheduleProposalRef } from './dto/schedule.view.js';
import type { ClassSettings, Explanation, Placement, ProposalStatus, Weights } from './schedule.types.js';

/** A class that could be given a place. */
export interface CourseToPlace {
  id: string;
  code: string;
  title: string;
  capacity: number;
  version: number;
  state: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  /** What its program says of classes that open on its first day. */
  program: {
    mode: string | null;
    days: number | null;
    hours: number | null;
    subjects: { name: string; hours: number | null }[];
  } | null;
  /** Units whose people it keeps already, with every unit above them. */
  unitIds: string[];
  /** Sessions that it has already. */
  sessions: number;
}

/** A unit that a planner named, with itself and all above it. */
export interface NamedUnit {
  id: string;
  code: string;
  name: string;
  path: string[];
}

/** A class of a proposal. */
export interface ItemRow {
  course: CourseToPlace;
  /** Those of `settings.unitIds`. */
  units: NamedUnit[];
  settings: ClassSettings;
  placement: Placement | null;
  locked: boolean;
  accepted: boolean;
  explanation: Explanation | null;
}

/** A proposal with its classes. */
export interface ProposalRow extends ScheduleProposalRef {
  unitId: string;
  status: ProposalStatus;
  run: number;
  weights: Weights;
  classesPerWeek: number;
  price: number | null;
  inOrder: number | null;
  best: boolean | null;
  solvedAt: Date | null;
  acceptedAt: Date | null;
  items: ItemRow[];
}

const COURSE = `co.id, co.code, co.title, co.capacity, co.version, co.state, co.starts_on AS "startsOn", co.ends_on AS "endsOn",
  (SELECT jsonb_build_object('mode', v.mode, 'days', v.days, 'hours', v.hours, 'subjects',
     (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'hours', s.hours) ORDER BY s.position), '[]')
      FROM program_subjects s WHERE s.version_id = v.id)) FROM program_version_on(co.program_id, co.starts_on) v) AS program, units_of_class(co.id) AS "unitIds",
  (SELECT count(*)::int FROM course_sessions s WHERE s.course_id = co.id AND s.state = 'planned') AS sessions`;

const NAMED_UNITS = `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'path', u.path) ORDER BY u.name), '[]')
  FROM units u WHERE u.id IN (SELECT jsonb_array_elements_text(i.settings -> 'unitIds')::uuid))`;

const REF = `p.id, lower(p.days) AS "from", upper(p.days) - 1 AS "to", p.status, p.created_at AS "createdAt", p.created_by_name AS "createdByName",
  (SELECT count(*)::int FROM schedule_items i WHERE i.proposal_id = p.id) AS classes,
  (SELECT count(*)::int FROM schedule_items i WHERE i.proposal_id = p.id AND i.placement IS NOT NULL) AS placed`;

const MOST = 50;

/** Reads of proposals. */
@Injectable()
export class ProposalsQueries {
  constructor(private readonly db: Database) {}

  /** The newest proposals of the reader's subtree. */
  list(actor: Actor): Promise<ScheduleProposalRef[]> {
    return this.db.rows<ScheduleProposalRef>(
      `SELECT ${REF} FROM schedule_proposals p WHERE ${inSubtree('p.unit_id', '$1')} ORDER BY p.created_at DESC LIMIT ${MOST}`,
      [actor.unitId],
    );
  }

  /** A proposal of the reader's subtree, or null. */
  find(actor: Actor, id: string): Promise<ProposalRow | null> {
    return this.read(`p.id = $1 AND ${inSubtree('p.unit_id', '$2')}`, [id, actor.unitId]);
  }

  /** A proposal as a run of the worker finds it: null when another run was asked for. */
  forRun(id: string, run: number): Promise<ProposalRow | null> {
    return this.read(`p.id = $1 AND p.run = $2 AND p.status = 'solving'`, [id, run]);
  }

  /** Drafts of the subtree that begin in these days and have no sessions yet. */
  drafts(actor: Actor, from: PlainDate, to: PlainDate): Promise<CourseToPlace[]> {
    return this.db.rows<CourseToPlace>(
      `SELECT * FROM (SELECT ${COURSE} FROM courses co
        WHERE ${inSubtree('co.unit_id', '$1')} AND co.state = 'draft' AND co.starts_on BETWEEN $2::date AND $3::date) c
       WHERE c.sessions = 0 ORDER BY c."startsOn", c.id`,
      [actor.unitId, from, to],
    );
  }

  /** These classes, as far as they are of the subtree, in no order. */
  courses(actor: Actor, ids: readonly string[]): Promise<CourseToPlace[]> {
    return this.db.rows<CourseToPlace>(
      `SELECT ${COURSE} FROM courses co
       WHERE ${inSubtree('co.unit_id', '$1')} AND co.id = ANY($2::uuid[])`,
      [actor.unitId, ids],
    );
  }

  private async read(condition: string, values: unknown[]): Promise<ProposalRow | null> {
    const proposal = await this.db.row<Omit<ProposalRow, 'items'>>(
      `SELECT ${REF}, p.unit_id AS "unitId", p.run, p.weights, p.classes_per_week AS "classesPerWeek", p.price, p.in_order AS "inOrder",
         p.best, p.solved_at AS "solvedAt", p.accepted_at AS "acceptedAt" FROM schedule_proposals p WHERE ${condition}`,
      values,
    );
    if (!proposal) return null;
    const items = await this.db.rows<ItemRow>(
      `SELECT to_jsonb(c) AS course, ${NAMED_UNITS} AS units, i.settings, i.placement, i.locked, i.accepted, i.explanation FROM schedule_items i
         CROSS JOIN LATERAL (SELECT ${COURSE} FROM courses co WHERE co.id = i.course_id) c
       WHERE i.proposal_id = $1 ORDER BY i.position`,
      [proposal.id],
    );
    return { ...proposal, items };
  }
}
