import { Injectable } from '@nestjs/common';
import { holidaysOf } from '../../kernel/holidays.js';
import { type PlainDate, yearOf } from '../../kernel/plain-date.js';
import { type SwappedDay, workingCalendar, type WorkingCalendar } from '../../kernel/working-calendar.js';
import { Database } from '../../platform/database/database.js';
import type { Days } from './timetable.types.js';

/** A time in which a unit's people cannot be called away. */
export interface BlackoutDays extends Days {
  readonly id: string;
  readonly unitId: string;
  /** The name of that unit. */
  readonly unit: string;
  readonly kind: string;
  readonly name: string;
}

/** Days off as the shipped table and the decisions of each year make them. */
export interface DaysOff {
  readonly calendar: WorkingCalendar;
  /** Whether it is a public holiday or a day off in place of one; a weekend alone is not. */
  readonly isHoliday: (day: PlainDate) => boolean;
  /** Decisions on single days. */
  readonly swaps: readonly (SwappedDay & { readonly name: string })[];
}

/** Columns of `BlackoutDays` of a blackout `b` of a unit `u`. */
export const BLACKOUT_DAYS = `b.id, b.unit_id AS "unitId", u.name AS unit, b.kind, b.name, lower(b.days) AS "from", upper(b.days) - 1 AS "to"`;

/** Reads of days off and blackouts. */
@Injectable()
export class DaysQueries {
  constructor(private readonly db: Database) {}

  /** Decisions on single days, all of them: there are a handful a year. */
  swaps(): Promise<DaysOff['swaps']> {
    return this.db.rows('SELECT day AS date, kind, name FROM calendar_days ORDER BY day');
  }

  /** The working calendar of Vietnam with every swap that was written down. */
  async workingCalendar(): Promise<WorkingCalendar> {
    return workingCalendar(await this.swaps());
  }

  async daysOff(): Promise<DaysOff> {
    const swaps = await this.swaps();
    const swapped = new Map(swaps.map(({ date, kind }) => [date, kind]));
    const isHoliday = (day: PlainDate): boolean => {
      const swap = swapped.get(day);
      return swap ? swap !== 'swapped-workday' : holidaysOf(yearOf(day)).has(day);
    };
    return { calendar: workingCalendar(swaps), isHoliday, swaps };
  }

  /** Blackouts that a class has to mind: of all whose people it keeps (`units_of_class`), and of the units above them. */
  blackoutsOfClass(courseId: string, { from, to }: Days): Promise<BlackoutDays[]> {
    return this.db.rows<BlackoutDays>(
      `SELECT ${BLACKOUT_DAYS} FROM blackouts b JOIN units u ON u.id = b.unit_id
       WHERE b.unit_id = ANY(units_of_class($1)) AND b.days && daterange($2::date, $3::date, '[]') ORDER BY b.days, b.id`,
      [courseId, from, to],
    );
  }
}
