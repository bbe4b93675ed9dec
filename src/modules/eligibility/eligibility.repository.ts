import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { EligibilityRule, ReferenceDay } from './eligibility.types.js';
import type { RuleSetRow } from './eligibility.queries.js';

export interface NewRuleSet {
  readonly programId: string;
  readonly mode: string | null;
  readonly from: PlainDate;
  readonly reference: ReferenceDay;
  readonly source: string;
  readonly confirmed: boolean;
  readonly rules: readonly EligibilityRule[];
}

export interface NewWaiver {
  readonly officialId: string;
  readonly programId: string;
  readonly rule: string;
  readonly number: string;
  readonly reason: string;
  readonly decidedOn: PlainDate;
  readonly until: PlainDate | null;
}

/** Writes of rules, waivers and the facts that only rules ask for. */
@Injectable()
export class EligibilityRepository {
  constructor(private readonly db: Database) {}

  /**
   * Adds a set from a day on, until the next of the same program and mode begins; the one that held ends the day before.
   * @returns the new id, and the one that was cut short.
   */
  async add(set: NewRuleSet): Promise<{ id: string; endedId: string | null }> {
    const key = [set.programId, set.mode, set.from];
    const [ended] = await this.db.rows<{ id: string }>(
      `UPDATE eligibility_rule_sets SET valid = daterange(lower(valid), $3::date)
       WHERE program_id = $1 AND mode IS NOT DISTINCT FROM $2 AND valid @> $3::date AND lower(valid) <> $3::date RETURNING id`,
      key,
    );
    const id = newId();
    await this.db.rows(
      `INSERT INTO eligibility_rule_sets (id, program_id, mode, valid, reference, source, confirmed)
       VALUES ($4, $1, $2, daterange($3::date, (SELECT min(lower(valid)) FROM eligibility_rule_sets
         WHERE program_id = $1 AND mode IS NOT DISTINCT FROM $2 AND lower(valid) > $3::date)), $5, $6, $7)`,
      [...key, id, set.reference, set.source, set.confirmed],
    );
    await this.db.rows(
      `INSERT INTO eligibility_rules (set_id, position, kind, parameters, exception, source)
       SELECT $1, n, r ->> 'kind', r -> 'parameters', (r ->> 'exception')::boolean, r ->> 'source'
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS rule(r, n)`,
      [id, JSON.stringify(set.rules)],
    );
    return { id, endedId: ended?.id ?? null };
  }

  /** Takes a set away; the one that it would have followed goes on in its place. */
  async remove({ id, programId, mode, from, to }: RuleSetRow): Promise<void> {
    await this.db.write('DELETE FROM eligibility_rule_sets WHERE id = $1', [id]);
    await this.db.write(
      `UPDATE eligibility_rule_sets SET valid = daterange(lower(valid), $4::date + 1)
       WHERE program_id = $1 AND mode IS NOT DISTINCT FROM $2 AND upper(valid) = $3::date`,
      [programId, mode, from, to],
    );
  }

  async waive({ officialId, programId, rule, number, reason, decidedOn, until }: NewWaiver): Promise<string> {
    const id = newId();
    await this.db.rows(
      `INSERT INTO eligibility_waivers (id, official_id, program_id, rule, number, reason, valid)
       VALUES ($1, $2, $3, $4, $5, $6, daterange($7::date, $8::date, '[]'))`,
      [id, officialId, programId, rule, number, reason, decidedOn, until],
    );
    return id;
  }

  /** Makes a day the last one on which a waiver holds. */
  async endWaiver(id: string, on: PlainDate): Promise<void> {
    await this.db.write(
      `UPDATE eligibility_waivers SET valid = daterange(lower(valid), $2::date, '[]') WHERE id = $1`,
      [id, on],
    );
  }

  /** Records whether somebody was found fit to study on a day. */
  async setFitness(officialId: string, fit: boolean, on: PlainDate): Promise<void> {
    await this.db.rows(
      `INSERT INTO official_fitness (id, official_id, fit, found_on) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT fitness_once_a_day DO UPDATE SET fit = excluded.fit`,
      [newId(), officialId, fit, on],
    );
  }

  /** Records how somebody was rated for a year. */
  async setRating(officialId: string, year: number, rating: string): Promise<void> {
    await this.db.rows(
      `INSERT INTO official_ratings (id, official_id, year, rating) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT rating_once_a_year DO UPDATE SET rating = excluded.rating`,
      [newId(), officialId, year, rating],
    );
  }
}
