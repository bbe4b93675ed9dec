import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import { DaysQueries } from '../timetable/index.js';
import { FullCallsRepository } from './full-calls.repository.js';
import { PoliciesRepository } from './policies.repository.js';
import type { Trigger } from './reminder.types.js';
import { type Plan, RemindersRepository } from './reminders.repository.js';
import { reminderAtOnce, stagesAround } from './rules/due-reminders.js';
import { SubjectsQueries } from './subjects.queries.js';

/** Triggers whose subjects arise and settle in other rooms: what is planned for them follows what is true there. */
const STANDING = ['papers', 'first-session', 'attendance', 'results', 'quota'] as const satisfies readonly Trigger[];

/**
 * Plans what no call announces: papers that are missing, classes that begin, attendance and results that are not
 * recorded, places that lie unused or came free. It reads how things stand and makes the plan agree with it, as often as one likes; a class that
 * moved, a unit that merged, a paper that came need no word of their own.
 */
@Injectable()
export class StandingService {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly policies: PoliciesRepository,
    private readonly subjects: SubjectsQueries,
    private readonly fullCalls: FullCallsRepository,
    private readonly days: DaysQueries,
    private readonly clock: Clock,
  ) {}

  /** Plans all that stands; one worker at a time. */
  @Transactional()
  async plan(): Promise<void> {
    if (!(await this.fullCalls.holdPlanning())) return;
    await this.planAhead();
    await this.tellOfFreePlaces();
  }

  private async planAhead(): Promise<void> {
    const now = this.clock.now();
    const calendar = await this.days.workingCalendar();
    const plans: Plan[] = [];
    for (const trigger of STANDING) {
      const subjects = (await this.subjects.ahead(trigger)).filter(({ stands }) => stands);
      const policyOf = await this.policies.inForce(subjects);
      for (const subject of subjects)
        plans.push({
          subject,
          day: subject.day,
          reminders: stagesAround(policyOf(subject), trigger, subject.day, calendar).filter(({ dueAt }) => dueAt > now),
        });
    }
    await this.reminders.dropOutside(STANDING, plans, now);
    await this.reminders.plan(plans);
  }

  /**
   * A unit is told once when there is a place again where there was none, however many there are and however often one
   * of them changes hands; not again before all were taken.
   */
  private async tellOfFreePlaces(): Promise<void> {
    const now = this.clock.now();
    const calls = await this.subjects.ahead('free-places');
    const full = calls.filter(({ owed }) => owed === 0).map(({ subjectId }) => subjectId);
    const opened = new Set(await this.fullCalls.replace(full, now));
    const told = calls.filter(({ subjectId, stands, owed }) => stands && owed > 0 && opened.has(subjectId));
    const policyOf = await this.policies.inForce(told);
    await this.reminders.plan(
      told.map((subject) => ({
        subject,
        day: plainDateIn(now),
        reminders: reminderAtOnce(policyOf(subject), 'free-places', now),
      })),
    );
  }
}
