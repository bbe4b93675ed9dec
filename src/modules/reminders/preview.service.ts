import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { type CallFacts, CallsQueries, CoursesService } from '../courses/index.js';
import { DaysQueries } from '../timetable/index.js';
import type { ReminderPolicyDto } from './dto/reminder-policy.dto.js';
import type { PreviewDay, ReminderPreview } from './dto/reminder-policy.view.js';
import { PoliciesRepository } from './policies.repository.js';
import { policyOf } from './policies.service.js';
import { type PersonOfCall, PreviewQueries } from './preview.queries.js';
import type { Audience } from './reminder.types.js';
import { owesAnswer } from './reminders.service.js';
import { stagesAround } from './rules/due-reminders.js';
import type { ReminderPolicy } from './rules/reminder-policy.js';

/** What would go for a class from now on: these days, these people. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly courses: CoursesService,
    private readonly calls: CallsQueries,
    private readonly policies: PoliciesRepository,
    private readonly queries: PreviewQueries,
    private readonly days: DaysQueries,
    private readonly clock: Clock,
  ) {}

  /** By the policy in force. @throws NotFound */
  async saved(actor: Actor, courseId: string): Promise<ReminderPreview> {
    await this.courses.get(actor, courseId, 'courseId');
    return this.preview(courseId, (await this.policies.inForce([courseId]))(courseId));
  }

  /** By a policy that is not kept yet. @throws NotFound, InvalidInput */
  async drafted(actor: Actor, courseId: string, dto: ReminderPolicyDto): Promise<ReminderPreview> {
    await this.courses.get(actor, courseId, 'courseId');
    return this.preview(courseId, policyOf(dto));
  }

  private async preview(courseId: string, policy: ReminderPolicy): Promise<ReminderPreview> {
    const calls = (await this.calls.ofCourse(courseId)).filter(owesAnswer);
    const people = await this.queries.people(calls.map(({ id }) => id));
    const gone = await this.queries.settledStages(calls.map(({ id }) => id));
    const calendar = await this.days.workingCalendar();
    const now = this.clock.now();
    const lines = calls.flatMap((call) =>
      stagesAround(policy, call.deadline, calendar)
        .filter(({ stage, dueAt }) => dueAt > now && !gone.has(`${call.id} ${call.deadline} ${stage}`))
        .map(({ stage, dueAt, audience }) => ({
          date: plainDateIn(dueAt),
          stage,
          call,
          accounts: accountsOf(people, call, audience),
        })),
    );
    const told = lines.filter(({ accounts }) => accounts.length > 0);
    return {
      messages: told.reduce((sum, { accounts }) => sum + accounts.length, 0),
      people: new Set(told.flatMap(({ accounts }) => accounts)).size,
      units: calls.length,
      withoutPeople: calls
        .filter(({ id }) => !people.some(({ unitCallId, level }) => unitCallId === id && level === 'unit'))
        .map(unitOf),
      days: daysOf(told),
    };
  }
}

interface Line {
  readonly date: string;
  readonly stage: string;
  readonly call: CallFacts;
  readonly accounts: readonly string[];
}

const unitOf = ({ unitId, unitCode, unitName }: CallFacts) => ({ id: unitId, code: unitCode, name: unitName });

/** People of a call at the levels a stage goes to, each once. */
const accountsOf = (people: readonly PersonOfCall[], { id }: CallFacts, audience: readonly Audience[]): string[] => [
  ...new Set(
    people
      .filter(({ unitCallId, level }) => unitCallId === id && audience.includes(level))
      .map(({ accountId }) => accountId),
  ),
];

/** Lines by day and stage, in order of days. */
function daysOf(lines: readonly Line[]): PreviewDay[] {
  const byDay = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.date} ${line.stage}`;
    byDay.set(key, [...(byDay.get(key) ?? []), line]);
  }
  return [...byDay.values()]
    .flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      const accounts = same.flatMap((line) => line.accounts);
      return {
        date: first.date,
        stage: first.stage,
        messages: accounts.length,
        people: new Set(accounts).size,
        units: same.map(({ call }) => unitOf(call)),
      };
    })
    .sort((one, other) => one.date.localeCompare(other.date));
}
