import { Injectable } from '@nestjs/common';
import { KeptSeatsCarryOver, ReservesCarryOver } from '../nominations/index.js';
import { ProposalsCarryOver } from '../proposals/index.js';
import { RemindersCarryOver } from '../reminders/index.js';
import type { Inheritance } from '../units/index.js';

type Count = ReadonlyMap<string, number>;

/** What lies beside the nominations of a class: proposals, reserves, seats kept for a unit, reminders yet to be sent. */
@Injectable()
export class ListsCarryOver {
  constructor(
    private readonly proposals: ProposalsCarryOver,
    private readonly reserves: ReservesCarryOver,
    private readonly keptSeats: KeptSeatsCarryOver,
    private readonly reminders: RemindersCarryOver,
  ) {}

  /** How much of each goes on, by unit. */
  async counts(
    unitIds: readonly string[],
  ): Promise<Readonly<Record<'proposals' | 'reserves' | 'keptSeats' | 'reminders', Count>>> {
    return {
      proposals: await this.proposals.count(unitIds),
      reserves: await this.reserves.count(unitIds),
      keptSeats: await this.keptSeats.count(unitIds),
      reminders: await this.reminders.count(unitIds),
    };
  }

  /** Proposals and reserves follow; kept seats do so with the nominations (`PlacesCarryingOut`), reminders with the calls. */
  async carryOver(inheritance: Inheritance): Promise<void> {
    await this.proposals.carryOver(inheritance);
    await this.reserves.carryOver(inheritance);
  }
}
