const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** What a clock on the wall in Vietnam shows, `HH:MM`. */
export const clockOf = (instant: string | Date): string => CLOCK.format(new Date(instant));

/** The day in Vietnam, `YYYY-MM-DD`. */
export const dayOf = (instant: string | Date): string => DAY.format(new Date(instant));

/** The instant at which a clock in Vietnam shows a time on a day. */
export const instantOf = (day: string, clock: string): string => `${day}T${clock}:00+07:00`;

/** So many minutes later, or earlier. */
export const plus = (instant: string, minutes: number): string =>
  new Date(new Date(instant).getTime() + minutes * 60_000).toISOString();

/** The day so many days later, or earlier. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The weekday of a day as people write it, e.g. `Thứ Hai`. */
export const weekdayOf = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** How many days after Monday a day is, 0 to 6. */
export const weekdayIndex = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Every day from one to another, both included. */
export function daysOf({ from, to }: { from: string; to: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
}
