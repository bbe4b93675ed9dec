import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { StaleVersion } from '../../platform/http/domain-error.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { nominationEntry } from './nomination-trail.js';
import type { NominationState } from './nomination.types.js';
import { nominationDecided } from './nominations.topics.js';
import { STEPS } from './rules/transitions.js';
import { WayRepository } from './way.repository.js';

/** A nomination that moved, and the called unit that is told. */
interface Moved {
  readonly id: string;
  readonly unitId: string;
}

/** What decisions do with nominations, and what is told of it. */
@Injectable()
export class WayService {
  constructor(
    private readonly way: WayRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A decision sends these; all of them must be approved. Said by the room of decisions, in its transaction. */
  async decide(actor: Actor, ids: readonly string[], number: string): Promise<void> {
    const moved = await this.way.move(ids, STEPS.decide.from, 'decided', { by: actor.accountId, at: this.clock.now() });
    if (moved.length !== ids.length) throw new StaleVersion();
    await this.told(actor, moved, 'decided', { number });
  }

  /** A decision no longer sends these: they are approved, their places kept. */
  async revoke(actor: Actor, ids: readonly string[], number: string, reason: string): Promise<void> {
    const moved = await this.way.move(ids, STEPS.revoke.from, 'approved', {
      by: actor.accountId,
      at: this.clock.now(),
    });
    if (moved.length !== ids.length) throw new StaleVersion();
    await this.told(actor, moved, 'revoked', { number, reason });
  }

  /** Tells that one person gave everything to another. Said in the transaction that did it. */
  async handedOver(
    actor: Actor,
    leaver: Moved,
    newcomerId: string,
    { reason, ends, reserve }: { reason: string; ends: NominationState; reserve: boolean },
  ): Promise<void> {
    await this.audit.record(
      nominationEntry(actor, `nomination.${ends}`, leaver, { reason, ...(reserve && { placeKept: true }) }),
    );
    await this.outbox.announce(nominationDecided, { nominationId: leaver.id, eventId: newId(), decision: ends });
    const newcomer = { id: newcomerId, unitId: leaver.unitId };
    const what = reserve ? 'nomination.steppedIn' : 'nomination.replacing';
    await this.audit.record(nominationEntry(actor, what, newcomer, { replaces: leaver.id, reason }));
  }

  /** Tells that somebody left the waitlist for a seat. Said in the transaction that did it. */
  async leftWaitlist(actor: Actor, one: Moved): Promise<void> {
    await this.audit.record(nominationEntry(actor, 'nomination.withdrawn', one, { because: 'takes-a-seat' }));
  }

  private async told(
    actor: Actor,
    moved: readonly Moved[],
    what: 'decided' | 'revoked',
    data: Record<string, unknown>,
  ): Promise<void> {
    if (moved.length === 0) return;
    await this.audit.record(...moved.map((one) => nominationEntry(actor, `nomination.${what}`, one, data)));
    const decision = what === 'revoked' ? ('approved' as const) : what;
    const told = moved.map(({ id }) => ({ nominationId: id, eventId: newId(), decision }));
    await this.outbox.announce(nominationDecided, ...told);
  }
}
