import { Injectable } from '@nestjs/common';
import { DemoAttendance } from './demo.attendance.js';
import { DemoClasses } from './demo.classes.js';
import { DemoPlans } from './demo.plans.js';
import { DemoQuotas } from './demo.quotas.js';
import { DemoRecords } from './demo.records.js';
import { DemoRegistry } from './demo.registry.js';
import { DemoTimetable } from './demo.timetable.js';
import { DemoWay } from './demo.way.js';

/** The pilot district with all that goes on in it. */
@Injectable()
export class DemoStory {
  constructor(
    private readonly registry: DemoRegistry,
    private readonly records: DemoRecords,
    private readonly quotas: DemoQuotas,
    private readonly classes: DemoClasses,
    private readonly way: DemoWay,
    private readonly timetable: DemoTimetable,
    private readonly attendance: DemoAttendance,
    private readonly plans: DemoPlans,
  ) {}

  async tell(): Promise<void> {
    const district = await this.registry.load();
    await this.records.load(district);
    await this.quotas.load(district);
    await this.classes.load(district);
    await this.way.load(district);
    await this.timetable.load(district);
    await this.attendance.load(district);
    await this.plans.load(district);
  }
}
