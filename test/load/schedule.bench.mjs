/**
 * How long the scheduler takes for a year of a district: 84 classes, 4 rooms, 12 lecturers, harvests and congresses, and
 * how much better its answer is than the clerk's order. Ends with 1 when it takes 10 seconds, breaks a hard rule or is worse
 * than the order. Builds nothing: run `npm run build:server` first.
 *
 *   node test/load/schedule.bench.mjs [classes] [seed] [seconds]
 */
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

const CLASSES = Number(process.argv[2] ?? 84);
const SEED = Number(process.argv[3] ?? 1);
/** What the product gives its solver. */
const SECONDS = Number(process.argv[4] ?? 7);
const MOST_MS = 10_000;
const FIRST_DAY = '2026-01-05';
const DAYS_OF_YEAR = 350;

const dist = (file) => import(path.resolve(import.meta.dirname, '../../dist', file));
const { addDays, weekday } = await dist('kernel/plain-date.js');
const { workingCalendar } = await dist('kernel/working-calendar.js');
const { propose } = await dist('modules/scheduling/propose.js');
const { solverFor } = await dist('modules/scheduling/solver/solver.js');
const { brokenRules } = await dist('modules/scheduling/rules/broken-rules.js');
const { explain } = await dist('modules/scheduling/rules/explain.js');
const { USUAL_CLASSES_PER_WEEK, USUAL_WEIGHTS } = await dist('modules/scheduling/rules/settings.js');

/** The same numbers for the same seed: mulberry32. */
let state = SEED;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const below = (limit) => Math.floor(random() * limit);
const oneOf = (list) => list[below(list.length)];

const UNITS = Array.from({ length: 12 }, (_, n) => `xa-${n}`);
const SUBJECTS = ['Xây dựng Đảng', 'Dân vận', 'Kiểm tra', 'Tuyên giáo', 'Nhà nước', 'Chuyên đề'];
const LECTURERS = Array.from({ length: 12 }, (_, n) => ({
  id: `gv-${n}`,
  subjects: [SUBJECTS[n % 6], SUBJECTS[(n + 2) % 6]],
  fullTime: n < 5,
  hoursPerWeek: n < 5 ? 30 : 20,
  hoursPerYear: n < 5 ? 400 : 200,
  taught: new Map(),
  busy: new Set(Array.from({ length: 10 }, () => addDays(FIRST_DAY, below(DAYS_OF_YEAR)))),
}));

/** Short classes and long ones, at work and at week-ends, each with a day hoped for and a window of four months. */
function classOf(_, n) {
  const opens = addDays(FIRST_DAY, Math.floor((n * DAYS_OF_YEAR) / CLASSES));
  const weekEnds = n % 12 === 0;
  const parts = Array.from({ length: weekEnds ? 2 : 1 + (n % 3) }, (__, part) => {
    const subject = SUBJECTS[(n + part) % SUBJECTS.length];
    const lecturerIds = LECTURERS.filter(({ subjects }) => subjects.includes(subject)).map(({ id }) => id);
    return { subject, days: 1 + below(weekEnds ? 5 : 3), lecturerIds };
  });
  return {
    id: `lop-${n}`,
    size: 30 + below(90),
    rhythm: weekEnds ? 'week-ends' : 'working-days',
    parts,
    from: opens < addDays(FIRST_DAY, 60) ? FIRST_DAY : addDays(opens, -60),
    to: addDays(opens, 60),
    wishedOn: opens,
    needsRoom: true,
    roomIds: null,
    unitIds: ['huyen', ...UNITS.filter(() => below(4) === 0)],
    audiences: [oneOf(['Bí thư chi bộ', 'Cấp ủy', 'Công chức', 'Đoàn thể', 'Trưởng thôn', 'Đảng viên mới'])],
    placed: null,
  };
}

const calendar = workingCalendar();
const isWorkingDay = (day) => calendar.isWorkingDay(day);
const problem = {
  classes: Array.from({ length: CLASSES }, classOf),
  rooms: [250, 120, 80, 50].map((capacity, n) => ({ id: `phong-${n}`, capacity, busy: new Set() })),
  lecturers: LECTURERS.map(({ subjects: _, ...lecturer }) => lecturer),
  blackouts: [
    ...UNITS.map((unit, n) => ({
      id: `gat-${n}`,
      from: addDays('2026-06-01', n),
      to: addDays('2026-06-10', n),
      unitIds: [unit],
    })),
    { id: 'dai-hoi', from: '2026-05-11', to: '2026-05-15', unitIds: ['huyen'] },
  ],
  isWorkingDay,
  isHoliday: (day) => !isWorkingDay(day) && ![0, 6].includes(weekday(day)),
  weights: USUAL_WEIGHTS,
  classesPerWeek: USUAL_CLASSES_PER_WEEK,
  laid: new Map(),
};

const began = performance.now();
const { placements, price, inOrder, best, options } = await propose(problem, solverFor(SECONDS));
for (const item of problem.classes) explain(problem, placements, item);
const took = performance.now() - began;
const broken = brokenRules(problem, placements);
const better = inOrder === 0 ? 0 : (100 * (inOrder - price)) / inOrder;
console.log(
  [
    `${CLASSES} classes, 4 rooms, 12 lecturers, seed ${SEED}; ${options.flat().length} runs of days to choose from`,
    `took ${(took / 1000).toFixed(1)} s (of which the solver may take ${SECONDS} s); load ${os.loadavg()[0].toFixed(1)} on ${os.cpus().length} processors`,
    `${placements.size} placed; price ${price}, the clerk's order ${inOrder}: ${better.toFixed(1)} % less${best ? '; nothing is better' : ''}`,
    `hard rules broken: ${broken.length}`,
  ].join('\n'),
);
process.exitCode = took < MOST_MS && broken.length === 0 && price <= inOrder ? 0 : 1;
