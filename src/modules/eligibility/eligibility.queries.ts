import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NAME_ORDER, officialInScope, officialTables } from '../officials/index.js';
import { unitRefSql } from '../units/index.js';
import type { WaiverView } from './dto/eligibility.view.js';
import type { EligibilityRule, OfficialFacts, ReferenceDay } from './eligibility.types.js';
import { eligibilityFactsSql } from './eligibility.sql.js';

/** A set of rules with when it holds. */
export interface RuleSetRow {
  id: string;
  programId: string;
  mode: string | null;
  from: PlainDate;
  to: PlainDate | null;
  reference: ReferenceDay;
  source: string;
  confirmed: boolean;
  rules: EligibilityRule[];
}

/** One official that rules are tried against. */
export interface TriedRow {
  id: string;
  fullName: string;
  post: string | null;
  unit: { id: string; code: string; name: string };
  facts: OfficialFacts;
}

const RULE_SET = `s.id, s.program_id AS "programId", s.mode, lower(s.valid) AS "from", upper(s.valid) - 1 AS "to", s.reference,
  s.source, s.confirmed, (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'parameters', r.parameters,
    'exception', r.exception, 'source', r.source) ORDER BY r.position), '[]') FROM eligibility_rules r WHERE r.set_id = s.id) AS rules`;

const WAIVER = `w.id, w.official_id AS "officialId", o.full_name AS "fullName", ${unitRefSql('u')} AS unit,
  jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name) AS program, w.rule, w.number,
  lower(w.valid) AS "decidedOn", upper(w.valid) - 1 AS until, w.reason`;

/** Reads of rules and of those whom they are asked about. */
@Injectable()
export class EligibilityQueries {
  constructor(private readonly db: Database) {}

  /** Every set of a program, past and to come: by mode, the newest first. */
  ruleSets(programId: string): Promise<RuleSetRow[]> {
    return this.db.rows<RuleSetRow>(
      `SELECT ${RULE_SET} FROM eligibility_rule_sets s WHERE s.program_id = $1 ORDER BY s.mode NULLS FIRST, lower(s.valid) DESC`,
      [programId],
    );
  }

  ruleSet(id: string): Promise<RuleSetRow | null> {
    return this.db.row<RuleSetRow>(`SELECT ${RULE_SET} FROM eligibility_rule_sets s WHERE s.id = $1`, [id]);
  }

  /** Everyone of the reader's subtree who works, or one of them, with what rules ask about. */
  tried(actor: Actor, programId: string, today: PlainDate, officialId: string | null): Promise<TriedRow[]> {
    return this.db.rows<TriedRow>(
      `SELECT o.id, o.full_name AS "fullName", post.title AS post, ${unitRefSql('u')} AS unit,
         ${eligibilityFactsSql('$2', '$3::uuid', 'NULL::uuid')} AS facts
       FROM ${officialTables('$2')} WHERE ${officialInScope('o', '$1')} AND o.status IN ('working', 'rotated')
         AND ($4::uuid IS NULL OR o.id = $4) ORDER BY ${NAME_ORDER}`,
      [actor.unitId, today, programId, officialId],
    );
  }

  /** Waivers of people of the reader's subtree, the newest first. */
  waivers(
    actor: Actor,
    {
      id = null,
      officialId = null,
      programId = null,
    }: { id?: string | null; officialId?: string | null; programId?: string | null },
  ): Promise<WaiverView[]> {
    return this.db.rows<WaiverView>(
      `SELECT ${WAIVER} FROM eligibility_waivers w JOIN officials o ON o.id = w.official_id JOIN units u ON u.id = o.unit_id
       JOIN programs p ON p.id = w.program_id WHERE ${officialInScope('o', '$1')} AND ($2::uuid IS NULL OR w.id = $2)
         AND ($3::uuid IS NULL OR w.official_id = $3) AND ($4::uuid IS NULL OR w.program_id = $4)
       ORDER BY lower(w.valid) DESC, w.id DESC`,
      [actor.unitId, id, officialId, programId],
    );
  }

  /** The unit of an official of the reader's subtree, or null. */
  async unitOfOfficial(actor: Actor, officialId: string): Promise<string | null> {
    const row = await this.db.row<{ unitId: string }>(
      `SELECT o.unit_id AS "unitId" FROM officials o WHERE o.id = $2 AND ${officialInScope('o', '$1')}`,
      [actor.unitId, officialId],
    );
    return row?.unitId ?? null;
  }

  /** Names of units, by id. */
  async unitNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      'SELECT id, name FROM units WHERE id = ANY($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Whether no unit stands above this one. */
  async isTop(unitId: string): Promise<boolean> {
    const row = await this.db.row<{ top: boolean }>('SELECT parent_id IS NULL AS top FROM units WHERE id = $1', [
      unitId,
    ]);
    return row?.top ?? false;
  }
}
