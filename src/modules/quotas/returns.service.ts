import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { addDays, type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { AccountsQueries } from '../identity/index.js';
import { NotificationsService } from '../notifications/index.js';
import { HoldsRepository, type OpenHold } from './holds.repository.js';
import { OffersRepository } from './offers.repository.js';
import { OffersService } from './offers.service.js';
import type { Movement } from './quota.types.js';
import { QuotasRepository } from './quotas.repository.js';
import { type DueRule, ReturnRulesRepository } from './return-rules.repository.js';

/** How many days before its end a unit is told that places it holds go back. */
const WARN_DAYS = 3;

/** What happens to places by itself, in the night: nameless ones end, unused ones come back, offers go to the next. */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly quotas: QuotasRepository,
    private readonly rules: ReturnRulesRepository,
    private readonly offers: OffersRepository,
    private readonly offering: OffersService,
    private readonly accounts: AccountsQueries,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** Everything that is due; harmless when it is done twice. Each part is a transaction of its own. */
  async sweep(): Promise<void> {
    await this.warn();
    await this.endHolds();
    await this.returnUnused();
    await this.lapseOffers();
  }

  /** Tells units which places go back soon, once. */
  @Transactional()
  async warn(): Promise<void> {
    const today = this.today();
    for (const hold of await this.holds.claimWarnings(today, addDays(today, WARN_DAYS)))
      await this.tell(hold.unitId, 'quota.holdEnds', facts(hold));
    for (const due of await this.rules.claimWarnings(today)) {
      await this.tell(due.unitId, 'quota.returnsSoon', { ...due.facts, places: due.places });
    }
  }

  /** Nameless places whose last day is over go back to whoever gave them. */
  @Transactional()
  async endHolds(): Promise<void> {
    for (const hold of await this.holds.overdue(this.today())) {
      await this.quotas.hold(hold);
      const places = await this.holds.release(hold.id, { ...this.movement(), kind: 'expire' });
      const above = await this.rules.rowAbove(hold.quotaId);
      if (above)
        await this.quotas.move([{ from: hold.quotaId, to: above, places }], { ...this.movement(), causeId: hold.id });
      if (places > 0) await this.tell(hold.unitId, 'quota.holdEnded', { ...facts(hold), places });
    }
  }

  /** Unused places come back to the reserve after the day that the board set, and are offered where it said so. */
  @Transactional()
  async returnUnused(): Promise<void> {
    for (const rule of await this.rules.claimDue(this.today())) {
      const back = await this.rules.unused(rule);
      const movement: Movement = { ...this.movement(), kind: 'return', causeId: rule.id };
      for (const { quotaId, above, unitId, places } of back) {
        await this.quotas.move([{ from: quotaId, to: above, places }], movement);
        await this.tell(unitId, 'quota.returned', { program: rule.programName, period: rule.period, places });
      }
      if (rule.offers) await this.offerOn(rule, movement);
    }
  }

  /** Who did not answer in time is passed over. */
  @Transactional()
  async lapseOffers(): Promise<void> {
    for (const { id } of await this.offers.overdue(this.today())) {
      const offer = await this.offers.hold(id);
      if (offer?.state === 'offered') await this.offers.pass(offer, 'lapsed', null, this.movement());
    }
  }

  private async offerOn(rule: DueRule, movement: Movement): Promise<void> {
    const line = await this.offering.line(rule.unitId, rule.quotaId, rule);
    const places = await this.rules.freeOf(rule.quotaId);
    if (line.length > 0 && places > 0)
      await this.offers.begin(rule.quotaId, places, rule.answerDays, line, { ...movement, causeId: null });
  }

  private async tell(unitId: string, kind: string, about: Record<string, unknown>): Promise<void> {
    const people = await this.accounts.recipientsOf(unitId, ['committee', 'cell']);
    await this.notifications.tell(people, { causeId: newId(), kind, facts: about, link: '/chi-tieu?tab=giu-cho' });
  }

  private movement(): Movement {
    return { kind: 'expire', at: this.clock.now(), by: null };
  }

  private today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

const facts = ({ programName, unnamed, until }: OpenHold) => ({ program: programName, places: unnamed, until });
