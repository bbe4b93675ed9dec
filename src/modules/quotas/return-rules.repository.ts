import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { QuotasRepository } from './quotas.repository.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ReturnRuleDto } from './dto/holds.dto.js';
import type { ReturnRuleView } from './dto/holds.view.js';

/** A rule whose day is over, with the reserve that places come back to. */
export interface DueRule {
  readonly id: string;
  readonly unitId: string;
  readonly programId: string;
  readonly programName: string;
  readonly period: number;
  readonly quotaId: string;
  readonly offers: boolean;
  readonly answerDays: number;
}

const VIEW = `r.id, ${unitRefSql('u')} AS unit, r.program_id AS "programId", p.name AS "programName", r.period, r.return_after AS "returnAfter",
  r.warn_days AS "warnDays", r.offers, r.answer_days AS "answerDays", r.done_on AS "doneOn"`;

/** By which rules unused places come back. */
@Injectable()
export class ReturnRulesRepository {
  constructor(
    private readonly db: Database,
    private readonly quotas: QuotasRepository,
  ) {}

  /** Rules of boards at or above the reader's unit, and below it. */
  list(scope: string, period: number | null): Promise<ReturnRuleView[]> {
    return this.db.rows(
      `SELECT ${VIEW} FROM quota_rules r JOIN units u ON u.id = r.unit_id JOIN programs p ON p.id = r.program_id
       WHERE ($2::int IS NULL OR r.period = $2) AND (${inSubtree('r.unit_id', '$1')} OR r.unit_id = ANY((SELECT path FROM units WHERE id = $1)::uuid[]))
       ORDER BY r.period DESC, p.position, r.id`,
      [scope, period],
    );
  }

  /** Sets the rule of a board for a program and year. One that was carried out already begins anew with its new day. */
  async set(unitId: string, rule: ReturnRuleDto): Promise<void> {
    await this.db.rows(
      `INSERT INTO quota_rules (id, unit_id, program_id, period, return_after, warn_days, offers, answer_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT ON CONSTRAINT quota_rule_once_per_program_and_year DO UPDATE SET return_after = excluded.return_after,
         warn_days = excluded.warn_days, offers = excluded.offers, answer_days = excluded.answer_days, version = quota_rules.version + 1,
         warned_on = NULL, done_on = NULL`,
      [newId(), unitId, rule.programId, rule.period, rule.returnAfter, rule.warnDays, rule.offers, rule.answerDays],
    );
  }

  /** Rows with unused places whose day comes near and that nobody told yet; from now on they are told. */
  claimWarnings(
    today: PlainDate,
  ): Promise<{ unitId: string; quotaId: string; places: number; facts: Record<string, unknown> }[]> {
    return this.db.rows(
      `WITH due AS (UPDATE quota_rules SET warned_on = $1 WHERE warned_on IS NULL AND done_on IS NULL
         AND $1 BETWEEN return_after - warn_days AND return_after RETURNING *)
       SELECT q.unit_id AS "unitId", q.id AS "quotaId", q.free AS places,
         jsonb_build_object('program', p.name, 'period', d.period, 'until', d.return_after) AS facts
       FROM due d JOIN programs p ON p.id = d.program_id JOIN quotas q ON q.program_id = d.program_id AND q.period = d.period
       WHERE q.free > 0 AND NOT q.is_reserve AND ${inSubtree('q.unit_id', 'd.unit_id')} ORDER BY q.id`,
      [today],
    );
  }

  /** Rules whose day is over; from now on they are carried out. */
  claimDue(today: PlainDate): Promise<DueRule[]> {
    return this.db.rows(
      `WITH due AS (UPDATE quota_rules SET done_on = $1 WHERE done_on IS NULL AND return_after < $1 RETURNING *)
       SELECT d.id, d.unit_id AS "unitId", d.program_id AS "programId", p.name AS "programName", d.period, q.id AS "quotaId", d.offers,
         d.answer_days AS "answerDays"
       FROM due d JOIN programs p ON p.id = d.program_id
       JOIN quotas q ON q.program_id = d.program_id AND q.period = d.period AND q.unit_id = d.unit_id AND q.is_reserve ORDER BY d.id`,
      [today],
    );
  }

  /** What is free below the reserve of a rule, every row of the program and year held; the deepest first. */
  async unused(rule: DueRule): Promise<{ quotaId: string; above: string; unitId: string; places: number }[]> {
    await this.quotas.hold(rule);
    return this.db.rows(
      `SELECT q.id AS "quotaId", $4::uuid AS above, q.unit_id AS "unitId", q.free AS places FROM quotas q JOIN units u ON u.id = q.unit_id
       WHERE q.program_id = $1 AND q.period = $2 AND q.free > 0 AND NOT q.is_reserve AND ${inSubtree('q.unit_id', '$3')}
       ORDER BY cardinality(u.path) DESC, q.id`,
      [rule.programId, rule.period, rule.unitId, rule.quotaId],
    );
  }

  async freeOf(quotaId: string): Promise<number> {
    const row = await this.db.row<{ free: number }>('SELECT free FROM quotas WHERE id = $1', [quotaId]);
    return row?.free ?? 0;
  }

  async rowAbove(quotaId: string): Promise<string | null> {
    const row = await this.db.row<{ above: string | null }>('SELECT parent_id AS above FROM quotas WHERE id = $1', [
      quotaId,
    ]);
    return row?.above ?? null;
  }
}
