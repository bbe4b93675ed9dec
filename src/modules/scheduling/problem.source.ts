import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import { foldVietnamese } from '../../kernel/vietnamese-text.js';
import { type SessionFacts, type TimetableFacts, TimetableReader } from '../timetable/index.js';
import type { ItemRow, ProposalRow } from './proposals.queries.js';
import { add } from './rules/load.js';
import { weekNumber } from './rules/runs.js';
import type { ClassToPlace, LecturerFacts, ScheduleProblem } from './schedule.types.js';

/** A proposal's problem, and the register its ids are of. */
export interface StatedProblem {
  readonly problem: ScheduleProblem;
  readonly facts: TimetableFacts;
}

const HOUR_MS = 3_600_000;

/** States the problem of a proposal from what the timetable holds now. */
@Injectable()
export class ProblemSource {
  constructor(private readonly timetable: TimetableReader) {}

  async of(
    proposal: Pick<ProposalRow, 'unitId' | 'from' | 'to' | 'weights' | 'classesPerWeek' | 'items'>,
  ): Promise<StatedProblem> {
    const facts = await this.timetable.facts(proposal.unitId, {
      from: wholeYear(proposal.from, '01-01'),
      to: wholeYear(proposal.to, '12-31'),
    });
    // A class whose place was taken is placed here, not beside itself.
    const own = new Set(proposal.items.map(({ course }) => course.id));
    const sessions = facts.sessions.filter(({ courseId }) => !own.has(courseId));
    const daysOf = (taken: (session: SessionFacts) => boolean): Set<PlainDate> =>
      new Set(sessions.filter(taken).map(({ startsAt }) => plainDateIn(startsAt)));
    const problem: ScheduleProblem = {
      classes: proposal.items.map((item) => toClass(item, facts)),
      rooms: facts.rooms.map(({ id, capacity }) => ({ id, capacity, busy: daysOf(({ roomId }) => roomId === id) })),
      lecturers: facts.lecturers.map((lecturer) => toLecturer(lecturer, sessions, daysOf)),
      blackouts: facts.blackouts.map(({ id, from, to, unitId }) => ({ id, from, to, unitIds: [unitId] })),
      isWorkingDay: (day) => facts.daysOff.calendar.isWorkingDay(day),
      isHoliday: (day) => facts.daysOff.isHoliday(day),
      weights: proposal.weights,
      classesPerWeek: proposal.classesPerWeek,
      laid: classesByWeek(sessions),
    };
    return { problem, facts };
  }
}

/** Limits of a year count what is taught in all of it. */
const wholeYear = (day: PlainDate, edge: string): PlainDate => `${day.slice(0, 4)}-${edge}`;

function toClass({ course, units, settings, placement, locked }: ItemRow, { lecturers }: TimetableFacts): ClassToPlace {
  const { parts, ...rest } = settings;
  return {
    ...rest,
    id: course.id,
    unitIds: [...new Set([...course.unitIds, ...units.flatMap(({ path }) => path)])],
    parts: parts.map(({ subject, days, lecturerIds }) => ({
      subject,
      days,
      lecturerIds: lecturerIds ?? whoTeaches(subject, lecturers),
    })),
    placed: placement && { placement, locked },
  };
}

/** Lecturers whose subjects name a subject; nobody for a class that names none. */
const whoTeaches = (subject: string | null, lecturers: TimetableFacts['lecturers']): string[] =>
  subject === null
    ? []
    : lecturers
        .filter(({ subjects }) => subjects.some((one) => foldVietnamese(one) === foldVietnamese(subject)))
        .map(({ id }) => id);

function toLecturer(
  { id, kind, hoursPerWeek, hoursPerYear, absences }: TimetableFacts['lecturers'][number],
  sessions: readonly SessionFacts[],
  daysOf: (taken: (session: SessionFacts) => boolean) => Set<PlainDate>,
): LecturerFacts {
  const busy = daysOf(({ lecturerId }) => lecturerId === id);
  for (const { from, to } of absences) for (let day = from; day <= to; day = addDays(day, 1)) busy.add(day);
  const taught = new Map<PlainDate, number>();
  for (const { lecturerId, startsAt, endsAt } of sessions) {
    if (lecturerId === id) add(taught, plainDateIn(startsAt), (endsAt.getTime() - startsAt.getTime()) / HOUR_MS);
  }
  return { id, fullTime: kind === 'full-time', hoursPerWeek, hoursPerYear, taught, busy };
}

function classesByWeek(sessions: readonly SessionFacts[]): Map<number, number> {
  const weeks = new Map<number, number>();
  const told = new Set(sessions.map(({ courseId, startsAt }) => `${weekNumber(plainDateIn(startsAt))} ${courseId}`));
  for (const one of told) add(weeks, Number(one.split(' ')[0]), 1);
  return weeks;
}
