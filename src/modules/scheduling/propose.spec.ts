import fc from 'fast-check';
import { addDays, type PlainDate, weekday } from '../../kernel/plain-date.js';
import { workingCalendar } from '../../kernel/working-calendar.js';
import type { ClassToPlace, LecturerFacts, Placement, Placements, ScheduleProblem, Weights } from './schedule.types.js';
import { solverFor } from './solver/solver.js';
import { brokenRules } from './rules/broken-rules.js';
import { explain } from './rules/explain.js';
import { placeInOrder } from './rules/in-order.js';
import { leastPrice } from './rules/narrow.js';
import { optionsOf } from './rules/options.js';
import { integerProgram, priceOfStayingOut } from './rules/program.js';
import { propose } from './propose.js';
import { lengthOf, runsOf, weekNumber } from './rules/runs.js';

const calendar = workingCalendar();
const isHoliday = (day: PlainDate): boolean => !calendar.isWorkingDay(day) && ![0, 6].includes(weekday(day));
const WEIGHTS: Weights = {
  wishedDate: 5,
  unbroken: 3,
  roomFit: 1,
  evenWeeks: 4,
  holidayEve: 2,
  stability: 5,
  ownLecturers: 1,
};
const MONDAY = '2019-03-04';

const day = (from: PlainDate, span: number): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: 0, max: span }).map((n) => addDays(from, n));
const days = (from: PlainDate, span: number): fc.Arbitrary<ReadonlySet<PlainDate>> =>
  fc.array(day(from, span), { maxLength: 5 }).map((some) => new Set(some));
const lecturerIds = fc.uniqueArray(fc.constantFrom('l1', 'l2', 'l3'), { maxLength: 3 });
const part = fc.record({ subject: fc.constant(null), days: fc.integer({ min: 1, max: 3 }), lecturerIds });

const limit = (max: number): fc.Arbitrary<number | null> => fc.option(fc.integer({ min: 0, max }), { nil: null });
const lecturer = (id: string): fc.Arbitrary<LecturerFacts> =>
  fc.record({
    id: fc.constant(id),
    fullTime: fc.boolean(),
    hoursPerWeek: limit(30),
    hoursPerYear: limit(60),
    taught: day(MONDAY, 50).map((taught) => new Map([[taught, 4]])),
    busy: days(MONDAY, 50),
  });

const classes = (max: number): fc.Arbitrary<ClassToPlace[]> =>
  fc
    .array(
      fc.record({
        size: fc.integer({ min: 10, max: 90 }),
        rhythm: fc.constantFrom('working-days' as const, 'week-ends' as const, 'alternate-week-ends' as const),
        parts: fc.array(part, { minLength: 1, maxLength: 2 }),
        opens: day(MONDAY, 20),
        span: fc.integer({ min: 0, max: 30 }),
        wished: fc.option(day(MONDAY, 40), { nil: null }),
        needsRoom: fc.boolean(),
        roomIds: fc.option(fc.constant(['r2']), { nil: null, freq: 5 }),
        unitIds: fc.subarray(['u1', 'u2']),
        audiences: fc.subarray(['a1', 'a2']),
      }),
      { minLength: 1, maxLength: max },
    )
    .map((some) =>
      some.map(({ opens, span, wished, ...item }, index) => ({
        ...item,
        id: `c${index}`,
        from: opens,
        to: addDays(opens, span),
        wishedOn: wished,
        placed: null,
      })),
    );

const problems = (max: number): fc.Arbitrary<ScheduleProblem> =>
  fc.record({
    classes: classes(max),
    rooms: fc.tuple(days(MONDAY, 50), days(MONDAY, 50)).map(([first, second]) => [
      { id: 'r1', capacity: 40, busy: first },
      { id: 'r2', capacity: 80, busy: second },
    ]),
    lecturers: fc.tuple(lecturer('l1'), lecturer('l2'), lecturer('l3')),
    blackouts: fc
      .array(fc.record({ id: fc.constant('b'), from: day(MONDAY, 40), unitIds: fc.subarray(['u1', 'u2']) }), {
        maxLength: 2,
      })
      .map((some) => some.map(({ from, ...blackout }) => ({ ...blackout, from, to: addDays(from, 6) }))),
    isWorkingDay: fc.constant(calendar.isWorkingDay),
    isHoliday: fc.constant(isHoliday),
    weights: fc.constant(WEIGHTS),
    classesPerWeek: fc.integer({ min: 1, max: 3 }),
    laid: fc.constant(new Map([[weekNumber(MONDAY), 1]])),
  });

const optionsFor = (problem: ScheduleProblem) => problem.classes.map((item) => optionsOf(item, problem));

/** What placements cost by the program itself. */
function pricesOf(problem: ScheduleProblem): (placements: Placements) => number {
  const options = optionsFor(problem);
  const program = integerProgram(problem, options, priceOfStayingOut(problem, options));
  return (placements) => {
    const values = program.values(placements);
    return program.columns.reduce((sum, { cost }, column) => sum + cost * (values[column] ?? 0), 0);
  };
}

describe('runsOf', () => {
  it('gives runs of the right length, in order, inside the window, on days the rhythm teaches', () => {
    fc.assert(
      fc.property(problems(4), (problem) => {
        for (const item of problem.classes) {
          for (const run of runsOf(item, problem)) {
            expect(run).toHaveLength(lengthOf(item));
            expect([...run].sort()).toEqual(run);
            expect(run[0]! >= item.from && run.at(-1)! <= item.to).toBe(true);
            for (const taught of run) expect([0, 6].includes(weekday(taught))).toBe(item.rhythm !== 'working-days');
          }
        }
      }),
    );
  });

  it('leaps over holidays and week-ends: five days from the Monday before 30 April 2019 end the week after', () => {
    const item = {
      ...oneClass(),
      from: '2019-04-29',
      to: '2019-05-10',
      parts: [{ subject: null, days: 5, lecturerIds: [] }],
    };
    expect(runsOf(item, { isWorkingDay: calendar.isWorkingDay, isHoliday, blackouts: [] })[0]).toEqual([
      '2019-04-29',
      '2019-05-02',
      '2019-05-03',
      '2019-05-06',
      '2019-05-07',
    ]);
  });

  it('takes every other week-end', () => {
    const item = {
      ...oneClass(),
      rhythm: 'alternate-week-ends' as const,
      parts: [{ subject: null, days: 4, lecturerIds: [] }],
    };
    expect(runsOf(item, { isWorkingDay: calendar.isWorkingDay, isHoliday, blackouts: [] })[0]).toEqual([
      '2019-03-09',
      '2019-03-10',
      '2019-03-23',
      '2019-03-24',
    ]);
  });
});

const oneClass = (more: Partial<ClassToPlace> = {}): ClassToPlace => ({
  id: 'c',
  size: 30,
  rhythm: 'working-days',
  parts: [{ subject: null, days: 2, lecturerIds: [] }],
  from: MONDAY,
  to: addDays(MONDAY, 30),
  wishedOn: MONDAY,
  needsRoom: true,
  roomIds: null,
  unitIds: [],
  audiences: [],
  placed: null,
  ...more,
});

const oneProblem = (items: readonly ClassToPlace[], more: Partial<ScheduleProblem> = {}): ScheduleProblem => ({
  classes: items,
  rooms: [{ id: 'r1', capacity: 40, busy: new Set<PlainDate>() }],
  lecturers: [],
  blackouts: [],
  isWorkingDay: calendar.isWorkingDay,
  isHoliday,
  weights: WEIGHTS,
  classesPerWeek: 3,
  laid: new Map(),
  ...more,
});

describe('placeInOrder', () => {
  it('breaks no hard rule', () => {
    fc.assert(
      fc.property(problems(8), (problem) => {
        expect(brokenRules(problem, placeInOrder(problem, optionsFor(problem)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('integerProgram', () => {
  it('reads the placements that it wrote, and holds all its rules on them', () => {
    fc.assert(
      fc.property(problems(8), (problem) => {
        const options = optionsFor(problem);
        const placements = placeInOrder(problem, options);
        const program = integerProgram(problem, options, priceOfStayingOut(problem, options));
        const values = program.values(placements);
        expect(new Map(program.placements(values))).toEqual(
          new Map([...placements].sort(([a], [b]) => a.localeCompare(b))),
        );
        for (const { lower, upper, entries } of program.rows) {
          const sum = entries.reduce((total, [column, factor]) => total + factor * (values[column] ?? 0), 0);
          expect(sum).toBeGreaterThanOrEqual(lower);
          expect(sum).toBeLessThanOrEqual(upper);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('propose', () => {
  it('breaks no hard rule and is never worse than the order, nor better than conceivable', async () => {
    await fc.assert(
      fc.asyncProperty(problems(8), async (problem) => {
        const proposal = await propose(problem, solverFor(20));
        expect(brokenRules(problem, proposal.placements)).toEqual([]);
        expect(proposal.price).toBeLessThanOrEqual(proposal.inOrder);
        expect(proposal.price).toBeGreaterThanOrEqual(leastPrice(optionsFor(problem)));
        expect(proposal.best).toBe(true);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('finds what trying everything finds', async () => {
    await fc.assert(
      fc.asyncProperty(problems(3), async (problem) => {
        const { price } = await propose(problem, solverFor(20));
        expect(price).toBe(cheapestOfAll(problem));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  it('keeps what is locked, and moves the others out of its way', async () => {
    const locked: Placement = { days: [MONDAY, '2019-03-05'], roomId: 'r1', lecturerIds: [null] };
    const problem = oneProblem([
      oneClass({ id: 'a', placed: { placement: locked, locked: true } }),
      oneClass({ id: 'b' }),
    ]);
    const { placements } = await propose(problem, solverFor(20));
    expect(placements.get('a')).toEqual(locked);
    expect(placements.get('b')?.days).toEqual(['2019-03-06', '2019-03-07']);
  });

  it('keeps the order when the solver has no time', async () => {
    const problem = oneProblem([oneClass({ id: 'a' }), oneClass({ id: 'b' })]);
    const { placements, best, price, inOrder } = await propose(problem, solverFor(0));
    expect([placements.size, best, price]).toEqual([2, false, inOrder]);
  });
});

/** Every way to place the classes, one after another. */
function cheapestOfAll(problem: ScheduleProblem): number {
  const options = optionsFor(problem);
  const priceOf = pricesOf(problem);
  let best = Infinity;
  const place = (index: number, placements: ReadonlyMap<string, Placement>): void => {
    const item = problem.classes[index];
    if (!item) {
      best = Math.min(best, priceOf(placements));
      return;
    }
    place(index + 1, placements);
    for (const placement of waysOf(options[index] ?? [])) {
      const more = new Map([...placements, [item.id, placement]]);
      if (brokenRules(problem, more).length === 0) place(index + 1, more);
    }
  };
  place(0, new Map());
  return best;
}

const waysOf = (options: ReturnType<typeof optionsOf>): Placement[] =>
  options.flatMap(({ run, rooms, parts }) =>
    rooms.flatMap((room) =>
      parts
        .reduce<(string | null)[][]>(
          (ways, lecturers) =>
            ways.flatMap((way) =>
              lecturers.length === 0 ? [[...way, null]] : lecturers.map(({ id }) => [...way, id]),
            ),
          [[]],
        )
        .map((lecturerIds) => ({ days: run, roomId: room.id, lecturerIds })),
    ),
  );

describe('explain', () => {
  it('names the wishes gone against and who holds the day that was hoped for', () => {
    const problem = oneProblem([oneClass({ id: 'a' }), oneClass({ id: 'b' })]);
    const placements = new Map<string, Placement>([
      ['a', { days: [MONDAY, '2019-03-05'], roomId: 'r1', lecturerIds: [null] }],
      ['b', { days: ['2019-03-06', '2019-03-07'], roomId: 'r1', lecturerIds: [null] }],
    ]);
    expect(explain(problem, placements, problem.classes[1]!)).toEqual({
      against: [
        { wish: 'wishedDate', units: 1, price: 5 },
        { wish: 'roomFit', units: 1, price: 1 },
      ],
      forgone: { opensOn: MONDAY, saves: 5, obstacles: [{ kind: 'room', id: null, classIds: ['a'] }] },
      hindrance: null,
    });
  });

  it('says what hinders a class that is left out', () => {
    const out = (item: ClassToPlace, more: Partial<ScheduleProblem> = {}): unknown =>
      explain(oneProblem([item], more), new Map(), item).hindrance;
    expect(out(oneClass({ to: MONDAY }))).toBe('window');
    expect(out(oneClass({ size: 500 }))).toBe('room');
    expect(out(oneClass({ parts: [{ subject: null, days: 2, lecturerIds: ['nobody'] }] }))).toBe('lecturer');
    expect(out(oneClass())).toBe('taken');
  });
});
