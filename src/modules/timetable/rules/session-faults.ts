import { addMinutes, plainDateIn } from '../../../kernel/plain-date.js';
import type { Span } from '../timetable.types.js';

/** What is wrong with the times of a session by themselves. */
export function sessionFaults({ startsAt, endsAt }: Span): { path: string; rule: string }[] {
  if (endsAt <= startsAt) return [{ path: 'endsAt', rule: 'afterStart' }];
  return plainDateIn(startsAt) === plainDateIn(addMinutes(endsAt, -1)) ? [] : [{ path: 'endsAt', rule: 'oneDay' }];
}
