import fc from 'fast-check';
import { CELLS, MARKS } from '../attendance.types.js';
import { type CountedSession, standingOf, tallyOf } from './share.js';

const half = (cell: CountedSession['cell']): CountedSession => ({ minutes: 180, cell });

const session = fc.record({ minutes: fc.integer({ min: 15, max: 480 }), cell: fc.constantFrom(...CELLS) });
const sessions = fc.array(session, { maxLength: 40 });
const share = fc.integer({ min: 1, max: 100 });
const standing = (of: readonly CountedSession[], minimum: number | null) => standingOf(tallyOf(of), minimum);

describe('tallyOf', () => {
  test('weighs sessions by their length, counts late as there and leave as away', () => {
    expect(
      tallyOf([half('present'), { minutes: 90, cell: 'late' }, half('excused'), half('absent'), half('open')]),
    ).toEqual({
      marks: { present: 1, late: 1, excused: 1, absent: 1 },
      open: 1,
      attendedMinutes: 270,
      markedMinutes: 630,
      totalMinutes: 810,
    });
  });

  test('leaves out sessions at which the person was not on the list', () => {
    fc.assert(
      fc.property(sessions, (all) => {
        expect(tallyOf(all)).toEqual(tallyOf(all.filter(({ cell }) => cell !== 'off')));
      }),
    );
  });

  test('never counts more as attended than was marked, or more as marked than there is, in any order', () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const tally = tallyOf(all);
        expect(tally.attendedMinutes).toBeLessThanOrEqual(tally.markedMinutes);
        expect(tally.markedMinutes).toBeLessThanOrEqual(tally.totalMinutes);
        expect(tallyOf([...all].reverse())).toEqual(tally);
      }),
    );
  });

  test('a day recorded as one session or as its two halves is the same share', () => {
    fc.assert(
      fc.property(sessions, session, (others, { minutes, cell }) => {
        const whole = tallyOf([...others, { minutes: minutes * 2, cell }]);
        const halves = tallyOf([...others, { minutes, cell }, { minutes, cell }]);
        expect([halves.attendedMinutes, halves.markedMinutes, halves.totalMinutes]).toEqual([
          whole.attendedMinutes,
          whole.markedMinutes,
          whole.totalMinutes,
        ]);
      }),
    );
  });
});

describe('standingOf', () => {
  test('says nothing without a minimum, or without a session', () => {
    expect(standing([half('absent')], null)).toBeNull();
    expect(standing([half('off')], 80)).toBeNull();
  });

  test.each([
    [['present', 'present', 'present', 'present', 'absent'], 'met'],
    [['present', 'present', 'present', 'absent', 'absent'], 'below'],
    [['present', 'open', 'open', 'open', 'open'], 'on-track'],
    [['absent', 'open', 'open', 'open', 'open'], 'at-risk'],
    [['absent', 'absent', 'open', 'open', 'open'], 'out-of-reach'],
    [['open', 'open', 'open', 'open', 'open'], 'on-track'],
  ] as const)('of five sessions and 80 percent, %j is %s', (cells, expected) => {
    expect(standing(cells.map(half), 80)).toBe(expected);
  });

  test('what is out of reach stays so, however the rest is marked; what can be reached is reached by coming', () => {
    fc.assert(
      fc.property(sessions, share, fc.infiniteStream(fc.constantFrom(...MARKS)), (all, minimum, marks) => {
        const before = standing(all, minimum);
        const marked = all.map(({ minutes, cell }) => ({
          minutes,
          cell: cell === 'open' ? (marks.next().value ?? 'absent') : cell,
        }));
        const came = all.map(({ minutes, cell }) => ({ minutes, cell: cell === 'open' ? ('present' as const) : cell }));
        if (before === 'out-of-reach' || before === 'below') expect(standing(marked, minimum)).toBe('below');
        else if (before !== null) expect(standing(came, minimum)).toBe('met');
        if (before === 'met') expect(standing(marked, minimum)).toBe('met');
      }),
    );
  });

  test('who asks for more is never kinder', () => {
    const order = ['met', 'on-track', 'at-risk', 'out-of-reach', 'below'];
    fc.assert(
      fc.property(sessions, share, share, (all, one, other) => {
        const [less, more] = [standing(all, Math.min(one, other)), standing(all, Math.max(one, other))];
        if (less !== null && more !== null) expect(order.indexOf(more)).toBeGreaterThanOrEqual(order.indexOf(less));
      }),
    );
  });
});
