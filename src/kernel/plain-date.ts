import { TIME_ZONE } from './clock.js';

/** A calendar date without a time or a zone, written `YYYY-MM-DD`. Dates compare as text. */
export type PlainDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether a text is a real calendar date: 2026-02-30 is not. */
export function isPlainDate(text: string): boolean {
  const utc = PATTERN.test(text) ? toUtc(text) : Number.NaN;
  return !Number.isNaN(utc) && fromUtc(utc) === text;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The date that a calendar on the wall shows at an instant. @param zone Vietnam's when left out. */
export function plainDateIn(instant: Date, zone: string = TIME_ZONE): PlainDate {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(zone, formatter);
  }
  return formatter.format(instant);
}

/** The date so many days later, or earlier when `days` is negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(toUtc(date) + days * DAY_MS);

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((toUtc(to) - toUtc(from)) / DAY_MS);

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: PlainDate): number => new Date(toUtc(date)).getUTCDay();

/** The calendar year of a date. */
export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** Vietnam is seven hours ahead of UTC and has been since 1975. */
const OFFSET_MS = 7 * 3_600_000;

/** The instant at which a clock on the wall in Vietnam shows `time` (`HH:MM`) on a date. */
export function atLocalTime(date: PlainDate, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(toUtc(date) + (hours * 60 + minutes) * 60_000 - OFFSET_MS);
}

/** The time of day that a clock on the wall in Vietnam shows at an instant, `HH:MM`. */
export const localClock = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(11, 16);

/** The hour, 0 to 23, that a clock on the wall in Vietnam shows at an instant. */
export const localHour = (instant: Date): number => new Date(instant.getTime() + OFFSET_MS).getUTCHours();

/** The instant so many minutes later, or earlier when `minutes` is negative. */
export const addMinutes = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * 60_000);

/** The last instant of a date in Vietnam: what a deadline that is a date means. */
export const endOfDay = (date: PlainDate): Date => new Date(toUtc(date) + DAY_MS - 1 - OFFSET_MS);

/** Whole years from birth to a date; who is born on 29 February turns a year older on 1 March of common years. */
export function fullYears(bornOn: PlainDate, on: PlainDate): number {
  const years = yearOf(on) - yearOf(bornOn);
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

const toUtc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (utc: number): PlainDate => new Date(utc).toISOString().slice(0, 10);
