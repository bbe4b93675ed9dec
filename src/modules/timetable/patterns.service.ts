import { Injectable } from '@nestjs/common';
import { atLocalTime, type PlainDate, plainDateIn, yearOf } from '../../kernel/plain-date.js';
import { holidayName } from '../../kernel/holidays.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { InvalidInput } from '../../platform/http/domain-error.js';
import { Messages } from '../../platform/messages/messages.js';
import type { CourseView } from '../courses/index.js';
import { ClashesService, type ToldClash } from './clashes.service.js';
import { DaysQueries } from './days.queries.js';
import type { PatternDto } from './dto/pattern.dto.js';
import type { PatternLaid, PatternPreview, SkippedDayView } from './dto/pattern.view.js';
import { laySubjects } from './rules/lay-subjects.js';
import { blocksOf, type DayRules, daysOfPattern } from './rules/recurrence.js';
import { sessionFaults } from './rules/session-faults.js';
import { SessionWriter } from './session-writer.service.js';
import { SessionsService } from './sessions.service.js';
import type { SessionContent } from './sessions.repository.js';
import { SessionClash } from './timetable.errors.js';
import type { Days, Span } from './timetable.types.js';

/** More sessions than any class has. */
const MOST_SESSIONS = 500;

interface Laid {
  readonly sessions: SessionContent[];
  readonly clashes: ToldClash[][];
  readonly skipped: SkippedDayView[];
  readonly left: { name: string; hours: number }[];
}

/** Sessions laid by a rule: seen first, then stored in one transaction. */
@Injectable()
export class PatternsService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly writer: SessionWriter,
    private readonly clashes: ClashesService,
    private readonly days: DaysQueries,
    private readonly messages: Messages,
  ) {}

  /** What would be laid, and what is left out and why. @throws NotFound, NotAllowed, InvalidInput, SmallRoom */
  async preview(actor: Actor, courseId: string, dto: PatternDto): Promise<PatternPreview> {
    const { sessions, clashes, skipped, left } = await this.lay(actor, courseId, dto);
    return {
      sessions: sessions.map(({ startsAt, endsAt, subject, lecturerId }, n) => ({
        startsAt,
        endsAt,
        subject,
        lecturerId,
        clashes: (clashes[n] ?? []).map(({ view }) => view),
      })),
      skipped,
      left,
    };
  }

  /** Stores all of it or nothing. @throws NotFound, NotAllowed, InvalidInput, SessionClash, SmallRoom */
  async store(actor: Actor, courseId: string, dto: PatternDto): Promise<PatternLaid> {
    const { sessions, clashes, skipped, left } = await this.lay(actor, courseId, dto);
    const met = clashes.flat();
    if (met.length > 0) throw new SessionClash(met, []);
    await this.writer.addAll(actor, courseId, sessions);
    return { count: sessions.length, skipped, left };
  }

  private async lay(actor: Actor, courseId: string, dto: PatternDto): Promise<Laid> {
    const course = await this.sessions.editable(actor, courseId);
    for (const lecturerId of lecturersOf(dto)) {
      await this.sessions.assertUsable(actor, course, {
        roomId: dto.roomId ?? null,
        lecturerId,
        smallRoomReason: dto.smallRoomReason ?? null,
      });
    }
    const { days, skipped } = daysOfPattern(patternOf(course, dto), await this.dayRules(course));
    const slots = slotsOf(days, dto);
    const assigned = assign(slots, dto);
    const laid = { skipped, left: assigned.left };
    if (!dto.passClashes)
      return { ...laid, ...assigned, clashes: await this.clashesOf(actor, courseId, assigned.sessions) };
    return this.passing(actor, courseId, slots, dto, skipped);
  }

  /** Takes times out that clash, until what is left clashes with nothing. */
  private async passing(
    actor: Actor,
    courseId: string,
    slots: readonly Span[],
    dto: PatternDto,
    skipped: readonly SkippedDayView[],
  ): Promise<Laid> {
    let free = slots;
    const passed: SkippedDayView[] = [];
    for (;;) {
      const { sessions, left } = assign(free, dto);
      const clashes = await this.clashesOf(actor, courseId, sessions);
      const taken = new Set<Span>();
      clashes.forEach((met, n) => {
        const slot = free[n];
        if (met.length === 0 || !slot) return;
        taken.add(slot);
        passed.push({
          day: plainDateIn(slot.startsAt),
          why: 'clash',
          name: met.map(({ view }) => view.message).join(' '),
        });
      });
      if (taken.size === 0) {
        return { sessions, clashes, left, skipped: [...skipped, ...passed].sort((a, b) => (a.day < b.day ? -1 : 1)) };
      }
      free = free.filter((slot) => !taken.has(slot));
    }
  }

  private clashesOf(actor: Actor, courseId: string, sessions: readonly SessionContent[]): Promise<ToldClash[][]> {
    return this.clashes.clashesOf(
      actor,
      sessions.map((session) => ({ ...session, courseId, sessionId: null })),
    );
  }

  private async dayRules(course: CourseView): Promise<DayRules> {
    const days = { from: course.startsOn, to: course.endsOn };
    const { isHoliday, swaps } = await this.days.daysOff();
    const blackouts = await this.days.blackoutsOfClass(course.id, days);
    const nameOfDay = (day: PlainDate): string =>
      swaps.find(({ date }) => date === day)?.name ?? this.messages.text(`holiday.${holidayName(day) ?? 'made-up'}`);
    return {
      off: (day) => {
        if (isHoliday(day)) return { why: 'dayOff', name: nameOfDay(day) };
        const blackout = blackouts.find(({ from, to }) => day >= from && day <= to);
        return blackout ? { why: 'blackout', name: this.messages.text('timetable.blackout', { ...blackout }) } : null;
      },
      workedInstead: swaps.filter(({ kind }) => kind === 'swapped-workday').map(({ date }) => date),
    };
  }
}

const lecturersOf = (dto: PatternDto): (string | null)[] => [
  ...new Set([dto.lecturerId ?? null, ...(dto.subjects ?? []).map(({ lecturerId }) => lecturerId ?? null)]),
];

/** @throws InvalidInput when its days lie outside the class. */
function patternOf(course: CourseView, dto: PatternDto): Parameters<typeof daysOfPattern>[0] {
  const days: Days = { from: dto.from ?? course.startsOn, to: dto.to ?? course.endsOn };
  const facts = { fromDay: course.startsOn, toDay: course.endsOn };
  const outside = (['from', 'to'] as const).filter((end) => days[end] < course.startsOn || days[end] > course.endsOn);
  if (outside.length > 0) throw new InvalidInput(outside.map((path) => ({ path, rule: 'outsideClass', facts })));
  if (days.to < days.from) throw new InvalidInput([{ path: 'to', rule: 'notBeforeFirst' }]);
  const blocks = dto.blocks ? blocksOf(days, dto.blocks.days, dto.blocks.everyWeeks) : [];
  return { days, weekdays: dto.weekdays, everyWeeks: dto.everyWeeks ?? 1, blocks };
}

/** The times of the days, in order. @throws InvalidInput when they make no sessions, or too many. */
function slotsOf(days: readonly PlainDate[], { times }: PatternDto): Span[] {
  const ordered = [...times].sort((a, b) => (a.from < b.from ? -1 : 1));
  const wrong = ordered.flatMap(({ from, until }, index) => {
    const day = days[0] ?? `${yearOf('2026-01-01')}-01-01`;
    const faults = sessionFaults({ startsAt: atLocalTime(day, from), endsAt: atLocalTime(day, until) });
    const overlapping = index > 0 && from < (ordered[index - 1]?.until ?? '');
    return faults.length > 0 || overlapping ? [{ path: `times.${index}`, rule: 'timesInOrder' }] : [];
  });
  if (wrong.length > 0) throw new InvalidInput(wrong);
  const slots = days.flatMap((day) =>
    ordered.map(({ from, until }) => ({ startsAt: atLocalTime(day, from), endsAt: atLocalTime(day, until) })),
  );
  if (slots.length > MOST_SESSIONS) {
    throw new InvalidInput([{ path: 'to', rule: 'tooManySessions', facts: { most: MOST_SESSIONS } }]);
  }
  return slots;
}

/** The subjects laid over times. */
function assign(
  slots: readonly Span[],
  dto: PatternDto,
): { sessions: SessionContent[]; left: { name: string; hours: number }[] } {
  const subjects = (dto.subjects ?? []).map(({ name, hours, lecturerId }) => ({
    name: toNfc(name).trim(),
    hours,
    lecturerId: lecturerId ?? null,
  }));
  const lengths = slots.map(({ startsAt, endsAt }) => (endsAt.getTime() - startsAt.getTime()) / 3_600_000);
  const { lessons, left } = laySubjects(lengths, subjects);
  const sessions = lessons.flatMap(({ subject, lecturerId }, index) => {
    const slot = slots[index];
    if (!slot) return [];
    const own = { subject, lecturerId: lecturerId ?? dto.lecturerId ?? null };
    return [{ ...slot, ...own, roomId: dto.roomId ?? null, smallRoomReason: dto.smallRoomReason ?? null }];
  });
  return { sessions, left };
}
