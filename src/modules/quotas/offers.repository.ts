import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { addDays, type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { HoldsRepository } from './holds.repository.js';
import type { Movement, PlacesOf } from './quota.types.js';
import { QuotasRepository } from './quotas.repository.js';
import { offerMade } from './quotas.topics.js';

/** A unit in line for an offer. */
export interface InLine {
  readonly unitId: string;
  readonly need: number;
}

/** An offer with its round, both held until the transaction ends. */
export interface HeldOffer {
  readonly id: string;
  readonly roundId: string;
  readonly quotaId: string;
  readonly holdId: string;
  readonly unitId: string;
  readonly programId: string;
  readonly period: number;
  readonly state: string;
  readonly places: number | null;
  readonly answerBy: PlainDate | null;
}

/** Writes of offers: places of a reserve, offered to one unit after the other. */
@Injectable()
export class OffersRepository {
  constructor(
    private readonly db: Database,
    private readonly holds: HoldsRepository,
    private readonly quotas: QuotasRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Begins a round with the first unit in line; the places are kept for it. */
  async begin(
    quotaId: string,
    places: number,
    answerDays: number,
    line: readonly InLine[],
    movement: Movement,
  ): Promise<string> {
    const holdId = await this.holds.add(quotaId, places, null, null, movement);
    const roundId = newId();
    await this.db.rows(
      'INSERT INTO quota_rounds (id, quota_id, hold_id, answer_days, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [roundId, quotaId, holdId, answerDays, movement.at, movement.by],
    );
    await this.db.rows(
      `INSERT INTO quota_offers (id, round_id, position, unit_id, need, state)
       SELECT l.id, $1, l.n, l."unitId", l.need, 'waiting' FROM jsonb_to_recordset($2::jsonb) AS l(id uuid, n int, "unitId" uuid, need int)`,
      [roundId, JSON.stringify(line.map((unit, index) => ({ id: newId(), n: index + 1, ...unit })))],
    );
    await this.advance(roundId, movement);
    return roundId;
  }

  /** One offer, held with its tree of places. */
  async hold(id: string): Promise<HeldOffer | null> {
    const of = await this.db.row<PlacesOf>(
      `SELECT q.program_id AS "programId", q.period FROM quotas q JOIN quota_rounds r ON r.quota_id = q.id
       JOIN quota_offers o ON o.round_id = r.id WHERE o.id = $1`,
      [id],
    );
    if (!of) return null;
    await this.quotas.hold(of);
    return this.db.row(
      `SELECT o.id, o.round_id AS "roundId", r.quota_id AS "quotaId", r.hold_id AS "holdId", o.unit_id AS "unitId", q.program_id AS "programId",
         q.period, o.state, o.places, o.answer_by AS "answerBy"
       FROM quota_offers o JOIN quota_rounds r ON r.id = o.round_id JOIN quotas q ON q.id = r.quota_id WHERE o.id = $1 FOR UPDATE OF o`,
      [id],
    );
  }

  /** Gives a unit what it accepts of a held offer, and goes on with the rest. */
  async accept(offer: HeldOffer, places: number, movement: Movement): Promise<void> {
    const to = await this.quotas.row(offer, offer.unitId, false, movement);
    await this.holds.release(offer.holdId, { ...movement, kind: 'release' }, places);
    await this.quotas.move([{ from: offer.quotaId, to, places }], {
      ...movement,
      kind: 'allocate',
      causeId: offer.roundId,
    });
    await this.settle(offer.id, 'accepted', places, null, movement);
    await this.advance(offer.roundId, movement);
  }

  /** The unit does not want it, or did not answer: the next one is asked. */
  async pass(offer: HeldOffer, state: 'declined' | 'lapsed', reason: string | null, movement: Movement): Promise<void> {
    await this.settle(offer.id, state, null, reason, movement);
    await this.advance(offer.roundId, movement);
  }

  /** Offers that nobody answered in time. */
  overdue(today: PlainDate): Promise<{ id: string }[]> {
    return this.db.rows(`SELECT id FROM quota_offers WHERE state = 'offered' AND answer_by < $1 ORDER BY id`, [today]);
  }

  private async settle(
    id: string,
    state: string,
    accepted: number | null,
    reason: string | null,
    by: Movement,
  ): Promise<void> {
    await this.db.write(
      'UPDATE quota_offers SET state = $2, accepted = $3, reason = $4, answered_at = $5, answered_by = $6 WHERE id = $1',
      [id, state, accepted, reason, by.at, by.by],
    );
  }

  /** Offers what remains to the next in line, or ends the round: what nobody took is free in the reserve again. */
  private async advance(roundId: string, movement: Movement): Promise<void> {
    const round = await this.db.row<{ holdId: string; answerDays: number; remaining: number }>(
      `SELECT r.hold_id AS "holdId", r.answer_days AS "answerDays", h.unnamed AS remaining
       FROM quota_rounds r JOIN quota_holds h ON h.id = r.hold_id WHERE r.id = $1`,
      [roundId],
    );
    if (!round) return;
    const next = await this.db.row<{ id: string; places: number }>(
      `UPDATE quota_offers SET state = 'offered', places = least($2::int, need), offered_at = $3, answer_by = $4
       WHERE $2::int > 0 AND id = (SELECT id FROM quota_offers WHERE round_id = $1 AND state = 'waiting' AND need > 0 ORDER BY position LIMIT 1)
       RETURNING id, places`,
      [roundId, round.remaining, movement.at, addDays(plainDateIn(movement.at), round.answerDays)],
    );
    if (next) return this.outbox.announce(offerMade, { offerId: next.id });
    await this.holds.release(round.holdId, { ...movement, kind: 'release' });
    await this.db.write(`UPDATE quota_offers SET state = 'closed' WHERE round_id = $1 AND state = 'waiting'`, [
      roundId,
    ]);
    await this.db.write('UPDATE quota_rounds SET ended_at = $2 WHERE id = $1', [roundId, movement.at]);
  }
}
