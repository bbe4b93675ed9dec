import { Injectable } from '@nestjs/common';
import { CallsCarryOver } from '../courses/index.js';
import { OfficialsCarryOver } from '../officials/index.js';
import { RemindersCarryOver } from '../reminders/index.js';
import { UnitsMapRepository } from '../units/index.js';
import { ListsCarryOver } from './lists.carry-over.js';
import { PlacesCarryingOut } from './places-carrying-out.js';
import type { PreparedPlan } from './planning.service.js';
import { RegistersCarryOver } from './registers.carry-over.js';

/** Has every room carry its own over, in an order that its references allow: calls before whatever stands on a called
 * unit's list, quotas before nominations. */
@Injectable()
export class CarryingOut {
  constructor(
    private readonly map: UnitsMapRepository,
    private readonly registers: RegistersCarryOver,
    private readonly officials: OfficialsCarryOver,
    private readonly calls: CallsCarryOver,
    private readonly lists: ListsCarryOver,
    private readonly places: PlacesCarryingOut,
    private readonly reminders: RemindersCarryOver,
  ) {}

  /** @param by the account that stands behind it. @param now when it is done. */
  async carryOut(plan: PreparedPlan, by: string, now: Date): Promise<void> {
    const { inheritance } = plan;
    await this.map.change(inheritance.on, plan.changes, inheritance.ended);
    await this.registers.carryOver(inheritance);
    await this.officials.carryOver(inheritance);
    const calls = await this.calls.carryOver(inheritance, by, now);
    await this.lists.carryOver(inheritance);
    await this.places.carryOut(plan, by, now);
    await this.reminders.carryOver(calls);
  }
}
