import fc from 'fast-check';
import { addDays } from '../../../kernel/plain-date.js';
import type { CourseState, PlannedLine } from '../plan.types.js';
import { compareVersions, totalsOf } from './compare-versions.js';
import { heirLines } from './heir-lines.js';
import { isReached, lineState, lineWindow } from './line-state.js';
import { nearestLine } from './nearest-line.js';
import { type CourseFacts, placeProgress, sumProgress, type TurnFacts } from './plan-progress.js';
import { proposeLines } from './propose-lines.js';
import { sumYears } from './sum-years.js';

const YEAR = { firstYear: 2026, lastYear: 2026 };
const PROGRAMS = ['TC', 'SC', 'CNKT'];
/** A district, its communes, and cells of the first. */
const PATHS: Record<string, string[]> = {
  H: ['H'],
  A: ['H', 'A'],
  B: ['H', 'B'],
  A1: ['H', 'A', 'A1'],
};
const UNITS = Object.keys(PATHS);

const months = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
    .map((pair) => [...pair].sort((a, b) => a - b)),
  { nil: null },
);
const lineOf = (programId: string, unitId: string): fc.Arbitrary<PlannedLine> =>
  fc
    .record({ classes: fc.integer({ min: 0, max: 4 }), trainees: fc.integer({ min: 0, max: 90 }), when: months })
    .map(({ when, ...numbers }) => ({
      ...numbers,
      id: `${programId}-${unitId}`,
      programId,
      unitId,
      firstMonth: when?.[0] ?? null,
      lastMonth: when?.[1] ?? null,
      note: null,
    }));
/** Any lines, one for a program and unit at most. */
const lines: fc.Arbitrary<PlannedLine[]> = fc
  .subarray(PROGRAMS.flatMap((program) => UNITS.map((unit): [string, string] => [program, unit])))
  .chain((pairs) => fc.tuple(...pairs.map(([program, unit]) => lineOf(program, unit))));
const STATES: CourseState[] = ['draft', 'open', 'closed', 'confirmed', 'running', 'completed'];
const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days));
const courses: fc.Arbitrary<CourseFacts[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 40 }).map((n) => `L${n}`),
    programId: fc.constantFrom(...PROGRAMS, 'CC'),
    state: fc.constantFrom(...STATES),
    startsOn: day,
    forUnitId: fc.option(fc.constantFrom(...UNITS)),
    reported: fc.option(fc.integer({ min: 0, max: 80 })),
  }),
  { selector: ({ id }) => id, maxLength: 15 },
);
const turnsOf = (all: readonly CourseFacts[]): fc.Arbitrary<TurnFacts[]> =>
  fc
    .subarray(all.flatMap(({ id }) => UNITS.map((unitId) => ({ courseId: id, unitId, path: PATHS[unitId] ?? [] }))))
    .chain((pairs) =>
      fc.tuple(
        ...pairs.map((pair) =>
          fc.record({ seats: fc.integer({ min: 0, max: 9 }), completed: fc.integer({ min: 0, max: 9 }) }).map((n) => ({
            ...pair,
            seats: n.seats + n.completed,
            completed: n.completed,
          })),
        ),
      ),
    );
const situation = fc
  .tuple(lines, courses)
  .chain(([planned, held]) => turnsOf(held).map((turns) => ({ planned, held, turns })));

describe('a line', () => {
  const opened = fc.record({ classes: fc.integer({ min: 0, max: 6 }), trainees: fc.integer({ min: 0, max: 120 }) });
  const any = lineOf('TC', 'H');

  test('is late exactly when its last day has passed and it is not reached', () => {
    fc.assert(
      fc.property(any, opened, day, (line, done, today) => {
        const late = lineState(line, YEAR, done, today) === 'late';
        expect(late).toBe(today > lineWindow(line, YEAR).to && !isReached(line, done));
      }),
    );
  });

  test('once late stays late until more is opened, and more opened never makes it late', () => {
    fc.assert(
      fc.property(any, opened, day, fc.nat(400), (line, done, today, later) => {
        const more = { classes: done.classes + 1, trainees: done.trainees + 1 };
        if (lineState(line, YEAR, done, today) === 'late')
          expect(lineState(line, YEAR, done, addDays(today, later))).toBe('late');
        else expect(lineState(line, YEAR, more, today)).not.toBe('late');
      }),
    );
  });

  test.each([
    ['quý I, on its last day', { firstMonth: 1, lastMonth: 3 }, '2026-03-31', 'due'],
    ['quý I, the day after', { firstMonth: 1, lastMonth: 3 }, '2026-04-01', 'late'],
    ['tháng 2, in January', { firstMonth: 2, lastMonth: 2 }, '2026-01-31', 'coming'],
    ['no months, on the last day of the year', { firstMonth: null, lastMonth: null }, '2026-12-31', 'due'],
    ['no months, a year later', { firstMonth: null, lastMonth: null }, '2027-01-01', 'late'],
  ])('of %s', (_, when, today, expected) => {
    expect(lineState({ classes: 1, trainees: 30, ...when }, YEAR, { classes: 0, trainees: 99 }, today)).toBe(expected);
  });

  test('without a class of its own is reached by people; with one by classes alone', () => {
    expect(isReached({ classes: 0, trainees: 4 }, { classes: 0, trainees: 4 })).toBe(true);
    expect(isReached({ classes: 0, trainees: 4 }, { classes: 9, trainees: 3 })).toBe(false);
    expect(isReached({ classes: 2, trainees: 60 }, { classes: 2, trainees: 0 })).toBe(true);
  });

  test('of February ends on the 29th in a leap year', () => {
    const years = { firstYear: 2028, lastYear: 2028 };
    expect(lineWindow({ firstMonth: 2, lastMonth: 2 }, years)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });
});

describe('progress', () => {
  test('counts every class and every turn once: all lines and what no line takes make the whole', () => {
    fc.assert(
      fc.property(situation, ({ planned, held, turns }) => {
        const placing = placeProgress(planned, YEAR, held, turns);
        const whole = sumProgress(held, placing, () => true);
        const parts = [...planned.map(({ id }) => id), null].map((id) =>
          sumProgress(held, placing, (lineId) => lineId === id),
        );
        const add = (count: (part: typeof whole) => number) => parts.reduce((sum, part) => sum + count(part), 0);
        expect(add(({ opened }) => opened.classes)).toBe(whole.opened.classes);
        expect(add(({ opened }) => opened.trainees)).toBe(whole.opened.trainees);
        expect(add(({ trained }) => trained.turns)).toBe(whole.trained.turns);
        expect(add(({ drafts }) => drafts)).toBe(whole.drafts);
        expect(whole.opened.classes + whole.drafts).toBe(held.length);
        expect(whole.trained.turns).toBeLessThanOrEqual(whole.opened.trainees);
      }),
    );
  });

  test('a class counts for a line of its own program only, and for the one it was opened for', () => {
    fc.assert(
      fc.property(situation, ({ planned, held, turns }) => {
        const placing = placeProgress(planned, YEAR, held, turns);
        for (const course of held) {
          const line = planned.find(({ id }) => id === placing.courses.get(course.id));
          if (line) expect(line.programId).toBe(course.programId);
          const own = planned.find((one) => one.programId === course.programId && one.unitId === course.forUnitId);
          if (own) expect(line).toBe(own);
        }
      }),
    );
  });

  test('a class not opened from the plan never fills a line beyond its number while another lacks one', () => {
    fc.assert(
      fc.property(lines, courses, (planned, held) => {
        const loose = held.map((course) => ({ ...course, forUnitId: null }));
        const { courses: placed } = placeProgress(planned, YEAR, loose, []);
        const has = (line: PlannedLine): number => [...placed.values()].filter((id) => id === line.id).length;
        for (const over of planned.filter((line) => has(line) > line.classes))
          for (const other of planned.filter(({ programId }) => programId === over.programId))
            expect(has(other)).toBeGreaterThanOrEqual(other.classes);
      }),
    );
  });

  test('does not hang on the order in which classes are read', () => {
    fc.assert(
      fc.property(situation, ({ planned, held, turns }) => {
        const other = placeProgress(planned, YEAR, [...held].reverse(), turns);
        expect([...other.courses].sort()).toEqual([...placeProgress(planned, YEAR, held, turns).courses].sort());
      }),
    );
  });
});

test('the nearest line is that of the unit itself before that of a unit above', () => {
  const all = ['H', 'A'].map((unitId) => ({ id: unitId, programId: 'TC', unitId }));
  expect(nearestLine(all, 'TC', PATHS['A1'] ?? [])?.id).toBe('A');
  expect(nearestLine(all, 'TC', PATHS['B'] ?? [])?.id).toBe('H');
  expect(nearestLine(all, 'SC', PATHS['A'] ?? [])).toBeNull();
  expect(nearestLine(all.slice(1), 'TC', PATHS['B'] ?? [])).toBeNull();
});

describe('two versions', () => {
  test('are alike only when nothing changed, and the changes lead from one to the other', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareVersions(before, after);
        const rebuilt = compared.flatMap((line) =>
          line.change === 'gone' ? [] : [line.change === 'same' ? line.before : line.after],
        );
        expect(rebuilt).toEqual(after);
        expect(compared.flatMap((line) => line.before ?? []).length).toBe(before.length);
        expect(new Set(compared.map((line) => (line.after ?? line.before)?.id)).size).toBe(compared.length);
        expect(compareVersions(after, before).filter(({ change }) => change === 'added').length).toBe(
          compared.filter(({ change }) => change === 'gone').length,
        );
        const difference = compared.reduce(
          (sum, line) => sum + (line.after?.classes ?? 0) - (line.before?.classes ?? 0),
          0,
        );
        expect(totalsOf(before).classes + difference).toBe(totalsOf(after).classes);
      }),
    );
  });

  test('a note alone is a change', () => {
    const [line] = fc.sample(lineOf('TC', 'H'), 1);
    if (!line) throw new Error('no line');
    expect(compareVersions([line], [{ ...line, id: 'other' }])[0]?.change).toBe('same');
    expect(compareVersions([line], [{ ...line, note: 'mới' }])[0]?.change).toBe('changed');
  });
});

describe('lines from needs', () => {
  const needs = fc.array(
    fc.record({
      programId: fc.constantFrom(...PROGRAMS),
      unitId: fc.constantFrom('A', 'B', 'A1'),
      people: fc.integer({ min: 0, max: 70 }),
    }),
    { maxLength: 12 },
  );
  const options = fc.record({
    grouping: fc.constantFrom('unit' as const, 'common' as const),
    classSize: fc.integer({ min: 1, max: 60 }),
    holderId: fc.constant('H'),
  });

  test('asked again for what was just added, there is nothing to add', () => {
    fc.assert(
      fc.property(needs, lines, options, (wanted, existing, how) => {
        const { add, differ, same } = proposeLines(wanted, existing, how);
        const keys = add.map(({ programId, unitId }) => `${programId}-${unitId}`);
        expect(new Set(keys).size).toBe(keys.length);
        const now = [...existing, ...add.map((line, index) => ({ ...line, id: keys[index] ?? '' }))];
        const again = proposeLines(wanted, now, how);
        expect([again.add, again.differ]).toEqual([[], differ]);
        expect(again.same).toBe(same + add.length);
      }),
    );
  });

  test('one line for all takes everybody and has room for them', () => {
    fc.assert(
      fc.property(needs, options, (wanted, how) => {
        const { add } = proposeLines(wanted, [], { ...how, grouping: 'common' });
        const people = wanted.reduce((sum, need) => sum + need.people, 0);
        expect(add.reduce((sum, line) => sum + line.trainees, 0)).toBe(people);
        for (const { classes, trainees } of add) {
          expect(classes * how.classSize).toBeGreaterThanOrEqual(trainees);
          expect((classes - 1) * how.classSize).toBeLessThan(trainees);
        }
      }),
    );
  });

  test('a unit gets a class of its own only for as many as it fills', () => {
    const how = { grouping: 'unit' as const, classSize: 30, holderId: 'H' };
    const wanted = [12, 30, 61].map((people, index) => ({ programId: PROGRAMS[index] ?? '', unitId: 'A', people }));
    expect(proposeLines(wanted, [], how).add.map(({ classes }) => classes)).toEqual([0, 1, 2]);
  });
});

test('years against a period: every line of a year counts once', () => {
  const yearLines = fc.array(
    fc.record({
      programId: fc.constantFrom(...PROGRAMS),
      path: fc.constantFrom(...Object.values(PATHS)),
      classes: fc.nat(5),
      trainees: fc.nat(99),
    }),
  );
  fc.assert(
    fc.property(lines, yearLines, (period, years) => {
      const { byLine, byProgram } = sumYears(period, years);
      expect(totalsOf([...byProgram.values()])).toEqual(totalsOf(years));
      for (const program of PROGRAMS) {
        const own = period.filter(({ programId }) => programId === program);
        const taken = totalsOf(own.map(({ id }) => byLine.get(id) ?? { classes: 0, trainees: 0 }));
        const whole = byProgram.get(program) ?? { classes: 0, trainees: 0 };
        // A line for the whole district takes what no line below it does.
        if (own.some(({ unitId }) => unitId === 'H')) expect(taken).toEqual(whole);
        else expect(taken.trainees).toBeLessThanOrEqual(whole.trainees);
      }
    }),
  );
});

describe('lines whose units have ended', () => {
  const heirs = fc.dictionary(fc.constantFrom(...UNITS), fc.constantFrom('H', 'K'));
  it('go on in one line per program and heir, and nothing planned is lost', () => {
    fc.assert(
      fc.property(lines, heirs, (all, heirOf) => {
        const after = heirLines(all, (unit) => heirOf[unit] ?? unit);
        expect(totalsOf(after)).toEqual(totalsOf(all));
        const keys = after.map(({ programId, unitId }) => `${programId} ${unitId}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { firstMonth, lastMonth, unitId } of after) {
          expect([firstMonth === null, (firstMonth ?? 1) <= (lastMonth ?? 12)]).toEqual([lastMonth === null, true]);
          expect(UNITS.every((unit) => unit !== unitId || (heirOf[unit] ?? unit) === unit) || unitId === 'H').toBe(
            true,
          );
        }
      }),
    );
  });

  it('take the people and the classes of whoever stands for them', () => {
    const line = { ...NOTHING, id: 'L', programId: 'TC', unitId: 'A', standsFor: 'K', classes: 1 };
    expect(nearestLine([line], 'TC', ['P', 'K'])).toBe(line);
    const course = { id: 'C', programId: 'TC', state: 'open', startsOn: '2026-02-01', forUnitId: 'B', reported: null };
    const other = { ...line, id: 'M', unitId: 'P', standsFor: 'P' };
    const placed = placeProgress([other, line], YEAR, [{ ...course, state: 'open', forHeirId: 'K' }], []);
    expect(placed.courses.get('C')).toBe('L');
  });
});

const NOTHING = { classes: 0, trainees: 0, firstMonth: null, lastMonth: null, note: null };
