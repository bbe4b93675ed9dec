import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { CoursesService, type CourseView } from '../courses/index.js';
import { DaysQueries } from '../timetable/index.js';
import type { ReminderPolicyDto } from './dto/reminder-policy.dto.js';
import type { PreviewDay, ReminderPreview } from './dto/reminder-policy.view.js';
import { PoliciesRepository } from './policies.repository.js';
import { policyOf } from './policies.service.js';
import { type PersonOfSubject, PreviewQueries } from './preview.queries.js';
import type { Audience, Trigger } from './reminder.types.js';
import { owesAnswer } from './reminders.service.js';
import { stagesAround } from './rules/due-reminders.js';
import type { ReminderPolicy } from './rules/reminder-policy.js';
import { TRIGGER_RULES } from './rules/triggers.js';
import { type Subject, subjectKey, SubjectsQueries } from './subjects.queries.js';

/** What can be foreseen of a class; that places come free cannot. */
const FORESEEN = ['deadline', 'papers', 'first-session', 'attendance', 'results'] as const satisfies readonly Trigger[];

/** What would go for a class from now on: these days, these people. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly courses: CoursesService,
    private readonly subjects: SubjectsQueries,
    private readonly policies: PoliciesRepository,
    private readonly queries: PreviewQueries,
    private readonly days: DaysQueries,
    private readonly clock: Clock,
  ) {}

  /** By the policy in force. @throws NotFound */
  async saved(actor: Actor, courseId: string): Promise<ReminderPreview> {
    const course = await this.courses.get(actor, courseId, 'courseId');
    const scope = { programId: course.programId, courseId };
    return this.preview(course, (await this.policies.inForce([scope]))(scope));
  }

  /** By a policy that is not kept yet. @throws NotFound, InvalidInput */
  async drafted(actor: Actor, courseId: string, dto: ReminderPolicyDto): Promise<ReminderPreview> {
    return this.preview(await this.courses.get(actor, courseId, 'courseId'), policyOf(dto));
  }

  private async preview({ id: courseId }: CourseView, policy: ReminderPolicy): Promise<ReminderPreview> {
    const subjects = await this.owed(courseId);
    const calls = subjects.filter(({ trigger }) => trigger === 'deadline');
    const people = new PeopleOfSubjects(await this.queries.people(subjects));
    const gone = await this.queries.settledStages(courseId);
    const calendar = await this.days.workingCalendar();
    const now = this.clock.now();
    const lines = subjects.flatMap((subject) =>
      stagesAround(policy, subject.trigger, subject.day, calendar)
        .filter(({ stage, dueAt }) => dueAt > now && !gone.has(`${subjectKey(subject)} ${subject.day} ${stage}`))
        .map(({ stage, dueAt, audience }) => ({
          ...{ date: plainDateIn(dueAt), stage, subject },
          told: people.at(subject, audience),
        })),
    );
    const told = lines.filter((line) => line.told.length > 0);
    return {
      messages: told.reduce((sum, line) => sum + line.told.length, 0),
      people: new Set(told.flatMap((line) => line.told.map(({ accountId }) => accountId))).size,
      units: calls.length,
      withoutPeople: calls.filter((call) => people.at(call, ['unit']).length === 0).map(unitOf),
      days: daysOf(told),
    };
  }

  /** All of a class that is owed now, or will be unless it is done in time. */
  private async owed(courseId: string): Promise<Subject[]> {
    const today = plainDateIn(this.clock.now());
    const all: Subject[] = [];
    for (const trigger of FORESEEN) {
      const subjects = await this.subjects.ofCourse(trigger, courseId);
      const ended = (one: Subject): boolean =>
        trigger === 'deadline' ? !owesAnswer(one) : TRIGGER_RULES[trigger].ended(one, today) !== null;
      all.push(...subjects.filter((one) => one.stands && !ended(one)));
    }
    return all;
  }
}

interface Line {
  readonly date: string;
  readonly stage: string;
  readonly subject: Subject;
  readonly told: readonly PersonOfSubject[];
}

/** People by what they can be told of. */
class PeopleOfSubjects {
  private readonly byKey = new Map<string, PersonOfSubject[]>();

  constructor(people: readonly PersonOfSubject[]) {
    for (const person of people) this.byKey.set(person.key, [...(this.byKey.get(person.key) ?? []), person]);
  }

  /** Those at these levels, each once. */
  at(subject: Subject, audience: readonly Audience[]): PersonOfSubject[] {
    const people = (this.byKey.get(subjectKey(subject)) ?? []).filter(({ level }) => audience.includes(level));
    return [...new Map(people.map((person) => [person.accountId, person])).values()];
  }
}

const unitOf = ({ unitId, unitCode, unitName }: Subject) => ({ id: unitId, code: unitCode, name: unitName });

/** Lines by day, trigger and stage, in order of days. */
function daysOf(lines: readonly Line[]): PreviewDay[] {
  const byDay = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const key = `${line.date} ${line.subject.trigger} ${line.stage}`;
    const same = byDay.get(key);
    if (same) same.push(line);
    else byDay.set(key, [line]);
  }
  return [...byDay.values()]
    .map((same): PreviewDay => {
      const told = same.flatMap((line) => line.told);
      const names = new Map(told.map(({ accountId, name }) => [accountId, name]));
      const [{ date, stage, subject }] = same;
      return {
        ...{ date, trigger: subject.trigger, stage },
        messages: told.length,
        people: names.size,
        names: [...names.values()].sort((one, other) => one.localeCompare(other, 'vi')),
        units: same.map((line) => unitOf(line.subject)),
      };
    })
    .sort((one, other) => one.date.localeCompare(other.date));
}
