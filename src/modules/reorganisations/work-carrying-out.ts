import { Injectable } from '@nestjs/common';
import { PlansCarryOver } from '../plans/index.js';
import { TimetableCarryOver } from '../timetable/index.js';
import type { Inheritance } from '../units/index.js';
import { ViewsCarryOver } from '../views/index.js';

/** What units prepared goes on in their heirs: kept views, rooms, lecturers and blackouts, plans. */
@Injectable()
export class WorkCarryingOut {
  constructor(
    private readonly views: ViewsCarryOver,
    private readonly timetable: TimetableCarryOver,
    private readonly plans: PlansCarryOver,
  ) {}

  async carryOut(inheritance: Inheritance): Promise<void> {
    await this.views.carryOver(inheritance);
    await this.timetable.carryOver(inheritance);
    await this.plans.carryOver(inheritance);
  }
}
