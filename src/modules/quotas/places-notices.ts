import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { Database } from '../../platform/database/database.js';
import { AccountsQueries } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';

/** Tells those concerned what happens to places. */
@Injectable()
export class PlacesNotices {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
  ) {}

  /** It is a unit's turn to answer; nothing when it has answered meanwhile. */
  async offered(offerId: string): Promise<void> {
    const offer = await this.db.row<{ unitId: string; facts: Record<string, unknown> }>(
      `SELECT o.unit_id AS "unitId", jsonb_build_object('program', p.name, 'period', q.period, 'places', o.places, 'until', o.answer_by) AS facts
       FROM quota_offers o JOIN quota_rounds r ON r.id = o.round_id JOIN quotas q ON q.id = r.quota_id JOIN programs p ON p.id = q.program_id
       WHERE o.id = $1 AND o.state = 'offered'`,
      [offerId],
    );
    if (offer) await this.tell(offer.unitId, 'quota.offer', offer.facts, 'dieu-chuyen');
  }

  /** Whoever has to act next is told, and both sides how it ended. */
  async transfer(transferId: string, state: string): Promise<void> {
    const row = await this.db.row<{
      state: string;
      from: string;
      to: string;
      asker: string;
      top: string;
      facts: Record<string, unknown>;
    }>(
      `SELECT t.state, t.from_unit_id AS "from", t.to_unit_id AS "to", t.asked_by_unit_id AS asker, f.path[1] AS top,
         jsonb_build_object('program', p.name, 'period', t.period, 'places', t.places, 'from', f.name, 'to', o.name) AS facts
       FROM quota_transfers t JOIN programs p ON p.id = t.program_id JOIN units f ON f.id = t.from_unit_id JOIN units o ON o.id = t.to_unit_id
       WHERE t.id = $1`,
      [transferId],
    );
    if (row?.state !== state) return;
    const other = row.asker === row.from ? row.to : row.from;
    const whom = { asked: [other], agreed: [row.top], withdrawn: [other] }[state] ?? [row.from, row.to];
    for (const unitId of whom) await this.tell(unitId, `quota.transfer.${state}`, row.facts, 'dieu-chuyen');
  }

  /** A unit had to give places back because a grant was cut. */
  async calledBack({ quotaId, places }: { quotaId: string; places: number }): Promise<void> {
    const row = await this.db.row<{ unitId: string; facts: Record<string, unknown> }>(
      `SELECT q.unit_id AS "unitId", jsonb_build_object('program', p.name, 'period', q.period, 'left', q.free) AS facts
       FROM quotas q JOIN programs p ON p.id = q.program_id WHERE q.id = $1`,
      [quotaId],
    );
    if (row) await this.tell(row.unitId, 'quota.calledBack', { ...row.facts, places }, 'bang');
  }

  private async tell(unitId: string, kind: string, facts: Record<string, unknown>, tab: string): Promise<void> {
    const people = await this.accounts.recipientsOf(unitId, ['board', 'committee', 'cell']);
    await this.notifications.tell(people, { causeId: newId(), kind, facts, link: `/chi-tieu?tab=${tab}` });
  }
}
