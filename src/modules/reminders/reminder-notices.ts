import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { localClock, plainDateIn } from '../../kernel/plain-date.js';
import type { Locale } from '../../platform/access/actor.js';
import { Messages } from '../../platform/messages/messages.js';
import type { Notice } from '../notifications/index.js';
import type { WaitingReminder } from './recipients.repository.js';
import type { Trigger } from './reminder.types.js';
import { fillText } from './rules/reminder-policy.js';
import { isNews } from './rules/triggers.js';
import type { Subject } from './subjects.queries.js';

/** A reminder that still goes, and what it is about. */
export interface OwedReminder extends Pick<
  WaitingReminder,
  'id' | 'trigger' | 'stage' | 'audience' | 'channels' | 'ownText' | 'note'
> {
  readonly subject: Subject;
}

/** Reminders about a unit's answer to a call. */
const ABOUT_CALLS: readonly Trigger[] = ['opening', 'deadline'];

/** What people are told by reminders: codes, titles, days and counts; names of people stand behind the link. */
@Injectable()
export class ReminderNotices {
  constructor(private readonly messages: Messages) {}

  /** One reminder as a message. */
  single(reminder: OwedReminder, locale: Locale): Notice {
    const { ownText, note, subject } = reminder;
    const facts = this.factsOf(subject, locale);
    const written = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, writtenOf(value)]));
    return {
      causeId: reminder.id,
      kind: kindOf(reminder),
      facts: {
        ...facts,
        days: daysAfter(reminder.stage),
        ...(note !== null && { note }),
        ...(ownText !== null && { text: fillText(ownText, written) }),
      },
      link: linkOf(subject),
      ...(ABOUT_CALLS.includes(reminder.trigger) && { callId: subject.subjectId }),
    };
  }

  /** Several reminders that are due at once as one message: a line each, the nearest day first. */
  digest(
    causeId: string,
    reminders: readonly OwedReminder[],
    { role, locale }: { role: string; locale: Locale },
  ): Notice {
    const lines = [...reminders]
      .sort((one, other) => one.subject.day.localeCompare(other.subject.day))
      .map(({ subject, note }) => this.line(subject, note, locale));
    const calls = reminders.every(({ trigger }) => ABOUT_CALLS.includes(trigger));
    return {
      causeId,
      copyCauseId: copyCauseOf(reminders),
      kind: calls ? 'call.digest' : 'reminder.digest',
      facts: { count: reminders.length, lines: lines.join('\n') },
      link: role === 'board' ? '/don-doc' : '/',
    };
  }

  /** One subject as a line of a digest. */
  line(subject: Subject, note: string | null, locale: Locale): string {
    const about = ABOUT_CALLS.includes(subject.trigger) ? 'deadline' : subject.trigger;
    const line = `• ${this.messages.text(`reminders.line.${about}`, this.factsOf(subject, locale), locale)}`;
    return note === null ? line : `${line}\n  ${note}`;
  }

  /** What a message about a subject may speak of, in its reader's language. */
  factsOf(subject: Subject, locale: Locale): Record<string, unknown> {
    const { facts } = subject;
    const say = (key: string, more: object = {}): string => this.messages.text(`reminders.${key}`, { ...more }, locale);
    return {
      ...(subject.courseCode !== null && { course: subject.courseCode, title: subject.courseTitle }),
      unit: subject.unitName,
      ...only(facts, ['deadline', 'places', 'people', 'ended', 'program', 'until', 'sessions', 'held']),
      ...(Array.isArray(facts.papers) && {
        papers: countsOf(facts.papers as string[])
          .map(([kind, count]) => `${say(`paper.${kind}`)} (${count})`)
          .join(', '),
      }),
      ...(typeof facts.starts === 'string' && {
        starts: startOf(facts.starts, facts.at),
        place: [facts.room, facts.venue].filter(Boolean).join(', ') || say('noPlace'),
        bring: facts.bring ?? say('nothingToBring'),
      }),
    };
  }
}

const DIGESTS = '6f1c0a52-5d1e-4f0a-9f0e-1d9a2f6b7c31';

/** The same for everybody who is told of these reminders: their office gets the digest once. */
const copyCauseOf = (reminders: readonly OwedReminder[]): string =>
  uuidOf(
    reminders
      .map(({ id }) => id)
      .sort()
      .join(' '),
    DIGESTS,
  );

/** A date as people write it. */
const written = (date: string): string => date.split('-').reverse().join('/');
const writtenOf = (value: unknown): string =>
  typeof value === 'string' ? value.replace(/^\d{4}-\d{2}-\d{2}$/, written) : String(value);

/** The hour and day of the first session; the day alone while there is no timetable. */
function startOf(day: string, at: unknown): string {
  if (typeof at !== 'string') return written(day);
  const instant = new Date(at);
  return `${localClock(instant)}, ${written(plainDateIn(instant))}`;
}

const only = (facts: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => name in facts).map((name) => [name, facts[name]]));

/** Each thing with how often it stands there, in the order of their first. */
const countsOf = (all: readonly string[]): [string, number][] => [
  ...all.reduce((counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1), new Map<string, number>()),
];

/** Working days after its day at which a stage stands; 0 for one before it. */
const daysAfter = (stage: string): number => (stage.startsWith('after-') ? Number(stage.slice('after-'.length)) : 0);

/** The text of a stage: all before the deadline read alike; one after it that also goes to the board says how late it is. */
function kindOf({ trigger, stage, ownText, note, audience }: OwedReminder): string {
  if (stage === 'nudge') return note === null ? 'call.nudge' : 'call.noted';
  if (!ABOUT_CALLS.includes(trigger)) return ownText === null ? `reminder.${trigger}` : 'reminder.own';
  if (ownText !== null) return 'call.own';
  if (isNews(trigger)) return 'call.call';
  if (daysAfter(stage) > 0 && audience.includes('board')) return 'call.escalation';
  return `call.${stage.split('-')[0] ?? stage}`;
}

const linkOf = ({ courseId }: Subject): string => (courseId === null ? '/chi-tieu?tab=giu-cho' : `/lop/${courseId}`);
