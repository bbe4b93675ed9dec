import { v5 as uuidOf } from 'uuid';
import type { CallFacts } from '../courses/index.js';
import type { Notice } from '../notifications/index.js';
import type { OwedReminder } from './recipients.repository.js';
import { fillText } from './rules/reminder-policy.js';

const written = (date: string): string => date.split('-').reverse().join('/');

/** Working days after the deadline at which a stage stands; 0 for one before it. */
const daysAfter = (stage: string): number => (stage.startsWith('after-') ? Number(stage.slice('after-'.length)) : 0);

/** The text of a stage: all before the deadline read alike; one after it that also goes to the board says how late it is. */
function kindOf({ stage, ownText, note, audience }: OwedReminder): string {
  if (stage === 'nudge') return note === null ? 'call.nudge' : 'call.noted';
  if (ownText !== null) return 'call.own';
  if (daysAfter(stage) > 0 && audience.includes('board')) return 'call.escalation';
  return `call.${stage.split('-')[0] ?? stage}`;
}

/** What one person is told by one reminder. */
export function noticeOf(reminder: OwedReminder): Notice {
  const { call, stage, ownText, note } = reminder;
  const facts = { course: call.courseCode, title: call.courseTitle, unit: call.unitName, deadline: call.deadline };
  return {
    causeId: reminder.id,
    kind: kindOf(reminder),
    facts: {
      ...facts,
      days: daysAfter(stage),
      ...(note !== null && { note }),
      ...(ownText !== null && { text: fillText(ownText, { ...facts, deadline: written(facts.deadline) }) }),
    },
    link: `/lop/${call.courseId}`,
    callId: call.id,
  };
}

/** One call as a line of a digest. */
export function lineOf(call: CallFacts, note: string | null): string {
  const line = `• ${call.courseCode}, ${call.courseTitle}: ${call.unitName}, ${written(call.deadline)}`;
  return note === null ? line : `${line}\n  ${note}`;
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

/** Several reminders that are due at once as one message: a line each, the nearest deadline first. */
export function digestOf(causeId: string, reminders: readonly OwedReminder[], role: string): Notice {
  const lines = [...reminders]
    .sort((one, other) => one.call.deadline.localeCompare(other.call.deadline))
    .map(({ call, note }) => lineOf(call, note));
  return {
    causeId,
    copyCauseId: copyCauseOf(reminders),
    kind: 'call.digest',
    facts: { count: reminders.length, lines: lines.join('\n') },
    link: role === 'board' ? '/don-doc' : '/',
  };
}
