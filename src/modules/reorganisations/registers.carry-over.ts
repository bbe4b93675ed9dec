import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { AccountsCarryOver } from '../identity/index.js';
import { PlansCarryOver } from '../plans/index.js';
import { TimetableCarryOver } from '../timetable/index.js';
import type { Inheritance } from '../units/index.js';
import { ViewsCarryOver } from '../views/index.js';

type Count = ReadonlyMap<string, number>;

/** How many of each a unit has. */
export type RegisterCounts = Readonly<
  Record<'accounts' | 'rooms' | 'lecturers' | 'blackouts' | 'plans' | 'planLines', Count>
>;

/** What is the units' own and no person's: accounts, kept views, rooms, lecturers, blackouts, plans. */
@Injectable()
export class RegistersCarryOver {
  constructor(
    private readonly accounts: AccountsCarryOver,
    private readonly views: ViewsCarryOver,
    private readonly timetable: TimetableCarryOver,
    private readonly plans: PlansCarryOver,
  ) {}

  /** What of it goes on from a day, by unit. */
  async counts(unitIds: readonly string[], on: PlainDate): Promise<RegisterCounts> {
    return {
      accounts: await this.accounts.count(unitIds),
      rooms: await this.timetable.count('rooms', unitIds, on),
      lecturers: await this.timetable.count('lecturers', unitIds, on),
      blackouts: await this.timetable.count('blackouts', unitIds, on),
      plans: await this.plans.count(unitIds, on),
      planLines: await this.plans.countLines(unitIds),
    };
  }

  /** Rooms, lecturers and plans together: what somebody has to take over. */
  async toTakeOver(unitIds: readonly string[], on: PlainDate): Promise<Map<string, number>> {
    const { rooms, lecturers, plans } = await this.counts(unitIds, on);
    const of = (unit: string): number =>
      [rooms, lecturers, plans].reduce((sum, each) => sum + (each.get(unit) ?? 0), 0);
    return new Map(unitIds.map((unit) => [unit, of(unit)]));
  }

  async carryOver(inheritance: Inheritance): Promise<void> {
    await this.accounts.carryOver(inheritance);
    await this.views.carryOver(inheritance);
    await this.timetable.carryOver(inheritance);
    await this.plans.carryOver(inheritance);
  }
}
