import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Audience, ReminderStage, Trigger } from '../reminder.types.js';

/** Why a reminder that is due will not go. */
export const DROP_REASONS = [
  'answered',
  'course-closed',
  'course-cancelled',
  'deadline-moved',
  'day-moved',
  'overtaken',
  'carried-over',
  'policy-changed',
  'cancelled',
  'settled',
  'too-late',
  'nobody',
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** How the subject of a reminder stands: read when it is planned, and again at the very moment it is sent. */
export interface Standing {
  /** The day that stages count from, as it is now. */
  readonly day: PlainDate;
  /** What the class is, or null when the subject is no class. */
  readonly state: string | null;
  /** What the unit answered to its call, or null while it owes an answer or was not called. */
  readonly answer: string | null;
  /** How many things are owed, wait or lie unused; 0 when it is all settled. */
  readonly owed: number;
  /** Whether the unit still stands. */
  readonly stands: boolean;
}

/** What a kind of reminder is. */
export interface TriggerRule {
  /** Whom it may concern, upward; the first is always told. */
  readonly audiences: readonly [Audience, ...Audience[]];
  /** Between which working days from its day it may stand; nothing to choose where both are 0. */
  readonly days: readonly [from: number, to: number];
  /** What a text of one's own may speak of. */
  readonly variables: readonly string[];
  /** What ends it before it goes, or null while it is owed. */
  readonly ended: (standing: Standing, today: PlainDate) => DropReason | null;
}

const CALLED = ['unit', 'committee', 'secretary', 'board'] as const;
const FARTHEST = 60;
const CLASS = ['course', 'title', 'unit'] as const;

/** Answers are waited for while the class takes lists. */
function callEnded({ state, answer }: Standing): DropReason | null {
  if (state !== 'open') return 'course-closed';
  if (answer === 'carried-over') return 'carried-over';
  return answer === null ? null : 'answered';
}

/**
 * All that makes reminders due: whom it concerns, between which days it stands, and what ends it. What opens it and the
 * day it counts from are read by `subjects.queries.ts`, which has one reading for each.
 */
export const TRIGGER_RULES: Readonly<Record<Trigger, TriggerRule>> = {
  /** A unit is called. It counts from that very day, and leaves at once, whatever the hour. */
  opening: { audiences: CALLED, days: [0, 0], variables: [...CLASS, 'deadline'], ended: callEnded },
  /** A call is due; it counts from the deadline. */
  deadline: { audiences: CALLED, days: [-FARTHEST, FARTHEST], variables: [...CLASS, 'deadline'], ended: callEnded },
  /** A place came free that a called unit could use; it counts from that day. */
  'free-places': {
    audiences: CALLED,
    days: [0, 0],
    variables: [...CLASS, 'places', 'deadline'],
    ended: ({ state, answer, owed }) => {
      if (state !== 'open') return 'course-closed';
      if (answer === 'carried-over') return 'carried-over';
      return answer === 'none' ? 'answered' : owed === 0 ? 'settled' : null;
    },
  },
  /** People of a unit lack papers that the program asks for; it counts from the deadline of the lists. */
  papers: {
    audiences: CALLED,
    days: [-FARTHEST, FARTHEST],
    variables: [...CLASS, 'people', 'papers', 'deadline'],
    ended: ({ state, owed }) =>
      state === 'cancelled'
        ? 'course-cancelled'
        : state !== 'open' && state !== 'closed'
          ? 'too-late'
          : owed === 0
            ? 'settled'
            : null,
  },
  /** A class begins for people of a unit; it counts from its first day. */
  'first-session': {
    audiences: ['official', ...CALLED],
    days: [-FARTHEST, 0],
    variables: [...CLASS, 'starts', 'place', 'bring'],
    ended: ({ state, owed, day }, today) =>
      state === 'cancelled' ? 'course-cancelled' : day < today ? 'too-late' : owed === 0 ? 'settled' : null,
  },
  /** Sessions of a day are over and not everybody has a mark; it counts from that day. */
  attendance: {
    audiences: ['board'],
    days: [1, FARTHEST],
    variables: [...CLASS, 'sessions', 'held'],
    ended: ({ state, owed }) => (state === 'cancelled' ? 'course-cancelled' : owed === 0 ? 'settled' : null),
  },
  /** A class is over and has people without a result; it counts from its last day. */
  results: {
    audiences: ['board'],
    days: [1, FARTHEST],
    variables: [...CLASS, 'people', 'ended'],
    ended: ({ state, owed }) => (state === 'cancelled' ? 'course-cancelled' : owed === 0 ? 'settled' : null),
  },
  /** Places of a unit lie unused; it counts from the last day on which they can be used. */
  quota: {
    audiences: CALLED,
    days: [-FARTHEST, 0],
    variables: ['program', 'unit', 'places', 'until'],
    ended: ({ owed, day }, today) => (day < today ? 'too-late' : owed === 0 ? 'settled' : null),
  },
};

/** The call itself is news: no hour, no cap and no digest holds it back. */
export const isNews = (trigger: Trigger): boolean => trigger === 'opening';

/** The name of a time of a trigger: `call`, `free`, `before-5`, `due`, `after-1`. */
export function stageKey(trigger: Trigger, workingDays: number): ReminderStage {
  if (trigger === 'opening') return 'call';
  if (trigger === 'free-places') return 'free';
  return workingDays === 0 ? 'due' : `${workingDays < 0 ? 'before' : 'after'}-${Math.abs(workingDays)}`;
}

/** Stages that nothing overtakes: the call itself, places that came free, and what a person wrote by hand. */
export const NEVER_OVERTAKEN: readonly ReminderStage[] = ['call', 'free', 'nudge'];

/**
 * Whether a due reminder still has to go: asked again at the very moment it is sent.
 * @param later whether a later stage of the same trigger and subject is due as well: after an outage one message goes, not five.
 */
export function reasonToDrop(
  reminder: { readonly trigger: Trigger; readonly stage: ReminderStage; readonly deadline: PlainDate },
  standing: Standing,
  later: boolean,
  today: PlainDate,
): DropReason | null {
  const { trigger, stage, deadline } = reminder;
  const ended = TRIGGER_RULES[trigger].ended(standing, today);
  if (ended) return ended;
  if (!standing.stands) return 'carried-over';
  if (countsFromItsDay(trigger) && standing.day !== deadline)
    return trigger === 'deadline' || trigger === 'opening' ? 'deadline-moved' : 'day-moved';
  return later && !NEVER_OVERTAKEN.includes(stage) ? 'overtaken' : null;
}

/** Places come free on a day of their own, which is not read again. */
const countsFromItsDay = (trigger: Trigger): boolean => trigger !== 'free-places';
