import fc from 'fast-check';
import { addDays, atLocalTime, daysBetween, plainDateIn, weekday } from '../../../kernel/plain-date.js';
import type { Span } from '../timetable.types.js';
import { nearestFreeSlots, overlaps } from './free-slots.js';

const span = (day: string, from: string, until: string): Span => ({
  startsAt: atLocalTime(day, from),
  endsAt: atLocalTime(day, until),
});
const MONDAY = '2026-03-02';
const within = { from: MONDAY, to: '2026-03-31' };
const never = (): boolean => false;
const words = ({ startsAt, endsAt }: Span): string =>
  `${startsAt.toISOString().slice(0, 16)} ${(endsAt.getTime() - startsAt.getTime()) / 60_000}`;

describe('the nearest free times', () => {
  it('begin where the taken one ends, and are as long as what was asked for', () => {
    const wanted = span(MONDAY, '07:30', '11:30');
    const slots = nearestFreeSlots({ wanted, busy: [span(MONDAY, '07:00', '11:00')], within, isOff: never, count: 2 });
    expect(slots.map(words)).toEqual([words(span(MONDAY, '11:00', '15:00')), words(span(MONDAY, '11:30', '15:30'))]);
  });

  it('pass over days off and weekends', () => {
    const friday = '2026-03-06';
    const wanted = span(friday, '07:30', '11:30');
    const off = '2026-03-09';
    const [slot] = nearestFreeSlots({
      wanted,
      busy: [span(friday, '00:00', '23:59')],
      within: { from: friday, to: within.to },
      isOff: (day) => day === off,
      count: 1,
    });
    expect(slot && words(slot)).toBe(words(span('2026-03-10', '07:30', '11:30')));
  });

  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(MONDAY, days));
  const time = fc
    .tuple(day, fc.integer({ min: 14, max: 36 }), fc.integer({ min: 1, max: 8 }))
    .map(([on, half, length]) => {
      const startsAt = new Date(atLocalTime(on, '00:00').getTime() + half * 1_800_000);
      return { startsAt, endsAt: new Date(startsAt.getTime() + length * 1_800_000) };
    });

  it('are free, within the class, on days that are worked, of the same length, and in order of distance', () => {
    fc.assert(
      fc.property(time, fc.array(time, { maxLength: 60 }), fc.array(day), (wanted, busy, offDays) => {
        const days = { from: MONDAY, to: addDays(MONDAY, 45) };
        const slots = nearestFreeSlots({ wanted, busy, within: days, isOff: (on) => offDays.includes(on), count: 5 });
        const distance = (slot: Span): number =>
          Math.abs(daysBetween(plainDateIn(slot.startsAt), plainDateIn(wanted.startsAt)));
        const weekendWanted = [0, 6].includes(weekday(plainDateIn(wanted.startsAt)));
        for (const slot of slots) {
          const on = plainDateIn(slot.startsAt);
          expect(busy.some((taken) => overlaps(slot, taken))).toBe(false);
          expect(on >= days.from && on <= days.to && !offDays.includes(on)).toBe(true);
          expect(weekendWanted || ![0, 6].includes(weekday(on))).toBe(true);
          expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(
            wanted.endsAt.getTime() - wanted.startsAt.getTime(),
          );
        }
        expect(slots.map(distance)).toEqual([...slots.map(distance)].sort((a, b) => a - b));
      }),
    );
  });
});
