import { Injectable } from '@nestjs/common';
import { addDays, plainDateIn, type PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import type { CourseView } from '../courses/index.js';
import { type Candidate, ClashesQueries, type FoundClash, type LecturerLoad } from './clashes.queries.js';
import { DaysQueries } from './days.queries.js';
import type { ClashView, FreeSlotView } from './dto/session.view.js';
import { nearestFreeSlots, SEARCH_DAYS } from './rules/free-slots.js';
import { type LoadExcess, loadExcess, type Taught } from './rules/load.js';
import { CLASH_RULES, type ClashFacts } from './timetable.errors.js';
import { timeIn } from './timetable.words.js';
import type { ClashKind, Span } from './timetable.types.js';

/** A clash with what its sentence is filled with. */
export interface ToldClash {
  readonly view: ClashView;
  readonly facts: ClashFacts;
  readonly rule: string;
}

const FREE_SLOTS = 5;
const HOUR_MS = 3_600_000;

/** Says what sessions run into, and what is free near them. */
@Injectable()
export class ClashesService {
  constructor(
    private readonly queries: ClashesQueries,
    private readonly days: DaysQueries,
    private readonly messages: Messages,
  ) {}

  /** What each candidate runs into, in their order; candidates fill a lecturer's week one after the other. */
  async clashesOf(actor: Actor, candidates: readonly Candidate[]): Promise<ToldClash[][]> {
    if (candidates.length === 0) return [];
    const met = await this.queries.met(actor, candidates);
    const excesses = await this.excesses(candidates);
    return candidates.map((_, n) => {
      const excess = excesses[n];
      const found = met.filter((clash) => clash.n === n).map((clash) => this.told(clash.kind, clash));
      return excess ? [...found, this.told('load', null, excess)] : found;
    });
  }

  /** The nearest times at which a candidate would run into nothing. */
  async freeSlots(candidate: Candidate, course: CourseView): Promise<FreeSlotView[]> {
    const wanted = plainDateIn(candidate.startsAt);
    const [from, to] = [
      latest(course.startsOn, addDays(wanted, -SEARCH_DAYS)),
      earliest(course.endsOn, addDays(wanted, SEARCH_DAYS)),
    ];
    if (from > to) return [];
    const busy = await this.queries.busy(candidate, { from, to });
    const daysOff = await this.days.daysOff();
    const blackouts = await this.days.blackoutsOfClass(course.id, { from, to });
    const limits = await this.limits(candidate);
    const isOff = (day: PlainDate): boolean =>
      daysOff.isHoliday(day) || blackouts.some((each) => day >= each.from && day <= each.to) || limits(day);
    return nearestFreeSlots({ wanted: candidate, busy, within: { from, to }, isOff, count: FREE_SLOTS });
  }

  /** Whether a day is closed to a candidate because its lecturer would teach too much. */
  private async limits(candidate: Candidate): Promise<(day: PlainDate) => boolean> {
    const [load] = await this.loadsOf([candidate]);
    if (!load) return () => false;
    const taught = load.taught.filter(({ sessionId }) => sessionId !== candidate.sessionId);
    return (day) => loadExcess(load, taught, { day, hours: hoursOf(candidate) }) !== null;
  }

  private async excesses(candidates: readonly Candidate[]): Promise<((LoadExcess & { lecturer: string }) | null)[]> {
    const loads = new Map((await this.loadsOf(candidates)).map((load) => [load.id, load]));
    const moved = new Set(candidates.map(({ sessionId }) => sessionId));
    const taught = new Map<string, Taught[]>(
      [...loads.values()].map((load) => [load.id, load.taught.filter(({ sessionId }) => !moved.has(sessionId))]),
    );
    return candidates.map((candidate) => {
      const load = candidate.lecturerId === null ? undefined : loads.get(candidate.lecturerId);
      if (!load) return null;
      const session = { day: plainDateIn(candidate.startsAt), hours: hoursOf(candidate) };
      const excess = loadExcess(load, taught.get(load.id) ?? [], session);
      if (excess) return { ...excess, lecturer: load.fullName };
      taught.get(load.id)?.push(session);
      return null;
    });
  }

  private async loadsOf(candidates: readonly Candidate[]): Promise<LecturerLoad[]> {
    const ids = [...new Set(candidates.flatMap(({ lecturerId }) => (lecturerId === null ? [] : [lecturerId])))];
    if (ids.length === 0) return [];
    const days = candidates.map(({ startsAt }) => plainDateIn(startsAt)).sort();
    return this.queries.loads(ids, { from: days[0] ?? '', to: days.at(-1) ?? '' });
  }

  private told(kind: ClashKind, found: FoundClash | null, excess?: LoadExcess & { lecturer: string }): ToldClash {
    const { room = null, lecturer = null, people = 0, fromDay = null, toDay = null } = found ?? {};
    const { sessionId = null, course = null, startsAt = null, endsAt = null } = found ?? {};
    const when = startsAt && endsAt ? whenOf({ startsAt, endsAt }) : {};
    const facts = { room, lecturer, people, fromDay, toDay, course: course ? course.title : '*', ...when, ...excess };
    const rule = kind === 'trainees' && isWholeDays(startsAt, endsAt) ? 'traineesAway' : CLASH_RULES[kind].rule;
    const message = this.messages.text(`rule.${rule}`, facts);
    return { view: { kind, sessionId, course, startsAt, endsAt, people, message }, facts, rule };
  }
}

/** A time as a sentence names it. */
const whenOf = ({ startsAt, endsAt }: Span): ClashFacts => ({
  from: timeIn(startsAt),
  until: timeIn(endsAt),
  date: plainDateIn(startsAt),
  lastDate: plainDateIn(new Date(endsAt.getTime() - 1)),
});

/** Whether a time is that of a class which fills the days of its trainees. */
const isWholeDays = (startsAt: Date | null, endsAt: Date | null): boolean =>
  startsAt !== null && endsAt !== null && endsAt.getTime() - startsAt.getTime() >= 24 * HOUR_MS;

const hoursOf = ({ startsAt, endsAt }: Span): number => (endsAt.getTime() - startsAt.getTime()) / HOUR_MS;
const latest = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
const earliest = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
