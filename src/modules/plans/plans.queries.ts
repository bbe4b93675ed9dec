import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { mayRole } from '../../platform/access/policy.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, type UnitRef, unitRefSql } from '../units/index.js';
import type { PlanFillView, PlanSummary, PlanVersionView } from './dto/plan.view.js';
import type { PlansQuery } from './dto/plans.dto.js';
import type { PlanKind, PlanState } from './plan.types.js';
import { IN_FORCE, LINE_IN_SCOPE, PLAN_IN_SCOPE, PLAN_STATE, VERSION_STATE } from './plans.sql.js';

/** A plan itself. */
export interface KnownPlan {
  id: string;
  kind: PlanKind;
  firstYear: number;
  lastYear: number;
  unit: UnitRef;
  /** Units whose plan it was before they ended. */
  formerUnitIds: string[];
  state: PlanState;
}

/** A version with what the machinery needs besides its view. */
export interface KnownVersion extends PlanVersionView {
  id: string;
  version: number;
}

/** Who looks: `$1` the unit, `$2` whether drafts may be seen. */
const reader = (actor: Pick<Actor, 'unitId' | 'role'>): [string, boolean] => [
  actor.unitId,
  mayRole(actor.role, 'plans.readDrafts'),
];

const PLAN = `p.id, p.kind, p.first_year AS "firstYear", p.last_year AS "lastYear", ${unitRefSql('u')} AS unit, ${PLAN_STATE} AS state`;
const KNOWN_PLAN = `${PLAN}, p.former_unit_ids AS "formerUnitIds"`;

const VERSION = `v.id, v.number, ${VERSION_STATE} AS state, v.document_number AS "documentNumber",
  v.document_date AS "documentDate", v.signer, v.approved_at AS "approvedAt", v.version`;

/** Reads of plans. Those above a plan's unit, and its own, see it; those below see what was approved. */
@Injectable()
export class PlansQueries {
  constructor(private readonly db: Database) {}

  /** Plans the reader may know of, the latest years first. */
  async list(actor: Actor, query: PlansQuery): Promise<Page<PlanSummary>> {
    const request = pageRequest(query, 'integer', 'integer', 'id');
    const filter = `${PLAN_IN_SCOPE} AND ($3::text IS NULL OR p.kind = $3) AND ($4::text IS NULL OR ${PLAN_STATE} = $4)
      AND ($5::int IS NULL OR $5 BETWEEN p.first_year AND p.last_year)`;
    const values = [...reader(actor), query.kind ?? null, query.state ?? null, query.year ?? null];
    const rows = await this.db.rows<PlanSummary & { cursor: unknown[] }>(
      `SELECT ${PLAN}, CASE WHEN $2::boolean AND ${inSubtree('p.unit_id', '$1')} THEN draft.number END AS "draftNumber",
         shown.document_number AS "documentNumber", shown.document_date AS "documentDate",
         (SELECT jsonb_build_object('classes', coalesce(sum(l.classes), 0), 'trainees', coalesce(sum(l.trainees), 0))
          FROM plan_lines l WHERE l.version_id = shown.id AND ${LINE_IN_SCOPE}) AS planned,
         jsonb_build_array(-p.last_year, -p.first_year, p.id) AS cursor
       FROM training_plans p JOIN units u ON u.id = p.unit_id
       LEFT JOIN plan_versions draft ON draft.plan_id = p.id AND draft.state = 'draft'
       JOIN LATERAL (SELECT v.* FROM plan_versions v WHERE v.plan_id = p.id ORDER BY v.state = 'draft', v.number DESC LIMIT 1) shown ON true
       WHERE ${filter} AND ($6::int IS NULL OR (-p.last_year, -p.first_year, p.id) > ($6::int, $7::int, $8::uuid))
       ORDER BY -p.last_year, -p.first_year, p.id LIMIT $9`,
      [...values, ...(request.after ?? [null, null, null]), request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM training_plans p WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One plan, or null when there is none that the reader may know of. */
  find(actor: Actor, id: string): Promise<KnownPlan | null> {
    return this.db.row<KnownPlan>(
      `SELECT ${KNOWN_PLAN} FROM training_plans p JOIN units u ON u.id = p.unit_id WHERE p.id = $3 AND ${PLAN_IN_SCOPE}`,
      [...reader(actor), id],
    );
  }

  /** The versions of a plan that the reader may see, the first one first. */
  versions(actor: Actor, planId: string): Promise<KnownVersion[]> {
    return this.db.rows<KnownVersion>(
      `SELECT ${VERSION} FROM plan_versions v JOIN training_plans p ON p.id = v.plan_id
       WHERE p.id = $3 AND (v.state = 'approved' OR $2::boolean AND ${inSubtree('p.unit_id', '$1')}) ORDER BY v.number`,
      [...reader(actor), planId],
    );
  }

  /** The last lines from needs of a version that were not taken back, or null. */
  lastFill(versionId: string): Promise<PlanFillView | null> {
    return this.db.row<PlanFillView>(
      'SELECT id, at, added, changed FROM plan_fills WHERE version_id = $1 ORDER BY at DESC, id DESC LIMIT 1',
      [versionId],
    );
  }

  /** Plans of a unit that are in force on a day, with the version that is. */
  inForce(unitId: string, day: PlainDate): Promise<{ plan: KnownPlan; versionId: string }[]> {
    return this.db.rows(
      `SELECT jsonb_build_object('id', p.id, 'kind', p.kind, 'firstYear', p.first_year, 'lastYear', p.last_year,
         'unit', ${unitRefSql('u')}, 'formerUnitIds', p.former_unit_ids, 'state', ${PLAN_STATE}) AS plan, v.id AS "versionId"
       FROM training_plans p JOIN units u ON u.id = p.unit_id JOIN plan_versions v ON v.plan_id = p.id AND ${IN_FORCE}
       WHERE p.unit_id = $1 AND extract(year FROM $2::date) BETWEEN p.first_year AND p.last_year`,
      [unitId, day],
    );
  }

  /** A version as those who are told of it see it. */
  notice(versionId: string): Promise<PlanNotice | null> {
    return this.db.row<PlanNotice>(
      `SELECT p.id AS "planId", p.unit_id AS "holderId", p.first_year AS "firstYear", p.last_year AS "lastYear", v.number,
         v.document_number AS "documentNumber", v.document_date AS "documentDate", ${VERSION_STATE} AS state
       FROM plan_versions v JOIN training_plans p ON p.id = v.plan_id WHERE v.id = $1`,
      [versionId],
    );
  }
}

/** A version as those who are told of it need it. */
export interface PlanNotice {
  planId: string;
  holderId: string;
  firstYear: number;
  lastYear: number;
  number: number;
  documentNumber: string | null;
  documentDate: PlainDate | null;
  state: PlanVersionView['state'];
}
