import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { TIME_ZONE } from '../../kernel/clock.js';
import type { CalendarEntry } from './calendar.repository.js';

/** Vietnam has been seven hours ahead of UTC, without daylight saving, for as long as any class here. */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19750613T000000',
  'TZOFFSETFROM:+0700',
  'TZOFFSETTO:+0700',
  'TZNAME:+07',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** What a calendar file says around its sessions. */
export interface CalendarWords {
  readonly name: string;
  readonly lecturer: (name: string) => string;
  readonly link: (courseId: string) => string;
}

/** Sessions as an RFC 5545 file: one stable UID each, a sequence that grows with each change, cancelled ones marked so. */
export function calendarFile(entries: readonly CalendarEntry[], { name, lecturer, link }: CalendarWords): string {
  const calendar = ical({ name, prodId: { company: 'Hong Chuyen', product: 'Timetable', language: 'VI' } });
  calendar.method(ICalCalendarMethod.PUBLISH).ttl(3600);
  calendar.timezone({ name: TIME_ZONE, generator: () => VTIMEZONE });
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@hong-chuyen`,
      sequence: entry.version - 1,
      stamp: at(entry.changedAt),
      lastModified: at(entry.changedAt),
      start: at(entry.startsAt),
      end: at(entry.endsAt),
      timezone: TIME_ZONE,
      summary: entry.subject === null ? entry.title : `${entry.subject} – ${entry.title}`,
      location: [entry.room, entry.venue].filter((part) => part !== null).join(', ') || null,
      description: [entry.code, ...(entry.lecturer === null ? [] : [lecturer(entry.lecturer)])].join('\n'),
      url: link(entry.courseId),
      status: entry.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

const at = (instant: Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(TIME_ZONE);
