import type { MigrationInterface, QueryRunner } from 'typeorm';
import { HOLDS } from './parts/061-holds.sql.js';

/** Nameless places, the rules by which unused places come back, offers of them and transfers. */
export class HoldsOffersAndTransfers1790000000061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HOLDS);
    await runner.query(`
      -- When unused places of a program and year come back to the board's reserve, and whether they are then offered.
      CREATE TABLE quota_rules (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL CONSTRAINT quota_rule_unit_exists REFERENCES units,
        program_id uuid NOT NULL CONSTRAINT quota_rule_program_exists REFERENCES programs,
        period smallint NOT NULL CONSTRAINT quota_rule_period_is_a_year CHECK (period BETWEEN 2000 AND 2100),
        -- The last day on which units may use their places; they come back in the night after it.
        return_after date NOT NULL,
        warn_days smallint NOT NULL CONSTRAINT quota_rule_warns_in_time CHECK (warn_days BETWEEN 0 AND 60),
        offers boolean NOT NULL,
        answer_days smallint NOT NULL CONSTRAINT quota_rule_gives_time_to_answer CHECK (answer_days BETWEEN 1 AND 60),
        warned_on date,
        done_on date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT quota_rule_once_per_program_and_year UNIQUE (unit_id, program_id, period)
      );

      -- Places of a reserve offered to units, one after the other; the hold keeps them for it.
      CREATE TABLE quota_rounds (
        id uuid PRIMARY KEY,
        quota_id uuid NOT NULL CONSTRAINT quota_round_quota_exists REFERENCES quotas,
        hold_id uuid NOT NULL CONSTRAINT quota_round_hold_exists REFERENCES quota_holds,
        answer_days smallint NOT NULL CONSTRAINT quota_round_gives_time_to_answer CHECK (answer_days BETWEEN 1 AND 60),
        created_at timestamptz NOT NULL,
        created_by uuid CONSTRAINT quota_round_account_exists REFERENCES accounts,
        ended_at timestamptz
      );
      CREATE INDEX quota_rounds_by_quota ON quota_rounds (quota_id);
      CREATE TABLE quota_offers (
        id uuid PRIMARY KEY,
        round_id uuid NOT NULL CONSTRAINT quota_offer_round_exists REFERENCES quota_rounds,
        position smallint NOT NULL,
        unit_id uuid NOT NULL CONSTRAINT quota_offer_unit_exists REFERENCES units,
        -- People of the unit who need the program and have no place, when the round began.
        need integer NOT NULL CONSTRAINT quota_offer_need_is_counted CHECK (need >= 0),
        state text NOT NULL CONSTRAINT quota_offer_state_is_known
          CHECK (state IN ('waiting', 'offered', 'accepted', 'declined', 'lapsed', 'closed')),
        places integer CONSTRAINT quota_offer_places_are_counted CHECK (places > 0),
        accepted integer CONSTRAINT quota_offer_accepts_what_is_offered CHECK (accepted BETWEEN 1 AND places),
        offered_at timestamptz,
        answer_by date,
        answered_at timestamptz,
        answered_by uuid CONSTRAINT quota_offer_account_exists REFERENCES accounts,
        reason text CONSTRAINT quota_offer_reason_is_short CHECK (length(reason) <= 1000),
        CONSTRAINT quota_offer_once_per_place_in_line UNIQUE (round_id, position),
        CONSTRAINT quota_offer_once_per_unit UNIQUE (round_id, unit_id),
        CONSTRAINT quota_offer_fits_its_state CHECK (CASE state WHEN 'waiting' THEN num_nonnulls(places, accepted, offered_at, answered_at) = 0
          WHEN 'accepted' THEN num_nulls(places, accepted, offered_at, answer_by, answered_at) = 0
          WHEN 'closed' THEN accepted IS NULL ELSE num_nulls(places, offered_at, answer_by) = 0 AND accepted IS NULL END)
      );
      CREATE UNIQUE INDEX quota_offer_one_at_a_time ON quota_offers (round_id) WHERE state = 'offered';
      CREATE INDEX quota_offers_by_unit ON quota_offers (unit_id, state);

      CREATE TABLE quota_transfers (
        id uuid PRIMARY KEY,
        program_id uuid NOT NULL CONSTRAINT quota_transfer_program_exists REFERENCES programs,
        period smallint NOT NULL CONSTRAINT quota_transfer_period_is_a_year CHECK (period BETWEEN 2000 AND 2100),
        from_unit_id uuid NOT NULL CONSTRAINT quota_transfer_giver_exists REFERENCES units,
        to_unit_id uuid NOT NULL CONSTRAINT quota_transfer_taker_exists REFERENCES units,
        places integer NOT NULL CONSTRAINT quota_transfer_moves_something CHECK (places > 0),
        state text NOT NULL CONSTRAINT quota_transfer_state_is_known
          CHECK (state IN ('asked', 'agreed', 'approved', 'refused', 'withdrawn')),
        -- Which of the two asked; the other one agrees.
        asked_by_unit_id uuid NOT NULL,
        reason text NOT NULL CONSTRAINT quota_transfer_reason_is_short CHECK (length(reason) BETWEEN 1 AND 1000),
        answer text CONSTRAINT quota_transfer_answer_is_short CHECK (length(answer) <= 1000),
        document text CONSTRAINT quota_transfer_document_is_short CHECK (length(document) <= 200),
        asked_at timestamptz NOT NULL,
        asked_by uuid NOT NULL CONSTRAINT quota_transfer_asker_exists REFERENCES accounts,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT quota_transfer_between_two_units CHECK (from_unit_id <> to_unit_id AND asked_by_unit_id IN (from_unit_id, to_unit_id))
      );
      CREATE INDEX quota_transfers_by_giver ON quota_transfers (from_unit_id);
      CREATE INDEX quota_transfers_by_taker ON quota_transfers (to_unit_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
