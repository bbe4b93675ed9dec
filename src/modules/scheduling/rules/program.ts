import type { ClassToPlace, LecturerFacts, Placement, Placements, ScheduleProblem } from '../schedule.types.js';
import { hoursLeft, loadOf, type Period } from './load.js';
import { type Option, partsOf } from './options.js';
import { type Run, weekBears, weekNumber } from './runs.js';

/** A choice the solver makes: yes or no, but for the amounts by which a week is too full. */
export interface Column {
  readonly cost: number;
  readonly whole: boolean;
}

/** A rule over the choices: their weighted sum lies between two bounds. */
export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly entries: readonly (readonly [column: number, factor: number])[];
}

/** An integer program, and how to read its answer. */
export interface IntegerProgram {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** What the chosen columns mean. */
  readonly placements: (values: ArrayLike<number>) => Placements;
  /** The columns that mean these placements: where the solver starts from. */
  readonly values: (placements: Placements) => Float64Array;
}

interface Choice {
  readonly item: ClassToPlace;
  readonly option: Option;
  /** Column of each room of the option, and of each lecturer of each part. */
  readonly rooms: readonly number[];
  readonly parts: readonly (readonly number[])[];
}

const CHOSEN = 0.5;

/**
 * The choice of places as an integer program. A class takes one option or stays out, at a price above everything that
 * wishes can cost; a room, a lecturer and an audience are given once a day; a lecturer's days stay within the limit;
 * classes of a week beyond what it bears are paid for.
 * @param options per class, in the order of `problem.classes`
 * @param outPrice what a class that stays out costs: `priceOfStayingOut` of all options there are
 */
export function integerProgram(
  problem: ScheduleProblem,
  options: readonly (readonly Option[])[],
  outPrice: number,
): IntegerProgram {
  const draft = new Draft();
  const choices: Choice[] = [];
  const out: number[] = [];
  problem.classes.forEach((item, index) => {
    const own = (options[index] ?? []).map((option) => chooseOption(draft, item, option));
    choices.push(...own);
    const stays = draft.column(outPrice);
    out.push(stays);
    draft.row(
      1,
      1,
      [stays, ...own.flatMap(({ rooms }) => rooms)].map((column) => [column, 1]),
    );
  });
  const lecturers = new Map(problem.lecturers.map((lecturer) => [lecturer.id, lecturer]));
  for (const choice of choices) meetRules(draft, choice);
  draft.onceADay();
  draft.loads(lecturers);
  const weeks = draft.weeks(problem, problem.weights.evenWeeks);
  return {
    columns: draft.columns,
    rows: draft.rows,
    placements: (values) => readPlacements(choices, values),
    values: (placements) => writeValues({ draft, choices, out, weeks, problem }, placements),
  };
}

/** More than all wishes of all classes together, so that no wish ever keeps a class out. */
export function priceOfStayingOut(problem: ScheduleProblem, options: readonly (readonly Option[])[]): number {
  const dearest = options.reduce((sum, own) => sum + Math.max(0, ...own.map(dearestOf)), 0);
  return dearest + problem.weights.evenWeeks * problem.classes.length * 60 + 1;
}

const dearestOf = ({ price, rooms, parts }: Option): number =>
  [rooms, ...parts].reduce((sum, some) => sum + Math.max(0, ...some.map((one) => one.price)), price);

/** Columns of one option; who teaches is tied to whether the option is taken. */
function chooseOption(draft: Draft, item: ClassToPlace, option: Option): Choice {
  const rooms = option.rooms.map((room) => draft.column(option.price + room.price));
  const parts = option.parts.map((lecturers) => lecturers.map(({ price }) => draft.column(price)));
  for (const lecturers of parts) {
    if (lecturers.length === 0) continue;
    draft.row(0, 0, [
      ...lecturers.map((column) => [column, 1] as const),
      ...rooms.map((column) => [column, -1] as const),
    ]);
  }
  return { item, option, rooms, parts };
}

function meetRules(draft: Draft, { item, option, rooms, parts }: Choice): void {
  for (const day of option.run) {
    option.rooms.forEach(({ id }, index) => {
      if (id !== null) draft.uses(`room ${id} ${day}`, item.id, rooms[index]);
    });
    for (const audience of item.audiences)
      for (const column of rooms) draft.uses(`people ${audience} ${day}`, item.id, column);
  }
  partsOf(item, option.run).forEach(({ days }, part) => {
    option.parts[part]?.forEach(({ id }, index) => {
      for (const day of days) draft.uses(`lecturer ${id} ${day}`, item.id, parts[part]?.[index]);
      draft.teaches(id, days, parts[part]?.[index]);
    });
  });
  for (const week of new Set(option.run.map(weekNumber))) for (const column of rooms) draft.inWeek(week, column);
}

function readPlacements(choices: readonly Choice[], values: ArrayLike<number>): Placements {
  const placements = new Map<string, Placement>();
  for (const { item, option, rooms, parts } of choices) {
    const room = rooms.findIndex((column) => (values[column] ?? 0) > CHOSEN);
    if (room < 0) continue;
    placements.set(item.id, {
      days: option.run,
      roomId: option.rooms[room]?.id ?? null,
      lecturerIds: parts.map((columns, part) => {
        const lecturer = columns.findIndex((column) => (values[column] ?? 0) > CHOSEN);
        return option.parts[part]?.[lecturer]?.id ?? null;
      }),
    });
  }
  return placements;
}

interface Written {
  readonly draft: Draft;
  readonly choices: readonly Choice[];
  /** Per class the column of its staying out. */
  readonly out: readonly number[];
  /** Per week the column of how far it is too full. */
  readonly weeks: ReadonlyMap<number, number>;
  readonly problem: ScheduleProblem;
}

function writeValues({ draft, choices, out, weeks, problem }: Written, placements: Placements): Float64Array {
  const values = new Float64Array(draft.columns.length);
  const choose = (column: number | undefined): void => {
    if (column !== undefined) values[column] = 1;
  };
  problem.classes.forEach(({ id }, index) => {
    if (!placements.has(id)) choose(out[index]);
  });
  const active = new Map<number, number>();
  for (const { item, option, rooms, parts } of choices) {
    const placement = placements.get(item.id);
    if (placement?.days[0] !== option.run[0]) continue;
    choose(rooms[option.rooms.findIndex(({ id }) => id === placement?.roomId)]);
    parts.forEach((columns, part) => {
      choose(columns[option.parts[part]?.findIndex(({ id }) => id === placement?.lecturerIds[part]) ?? -1]);
    });
    for (const week of new Set(option.run.map(weekNumber))) active.set(week, (active.get(week) ?? 0) + 1);
  }
  for (const [week, column] of weeks) values[column] = Math.max(0, (active.get(week) ?? 0) - weekBears(problem, week));
  return values;
}

/** Gathers columns and rows while they are found. */
class Draft {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];
  private readonly shared = new Map<string, { readonly owners: Set<string>; readonly columns: number[] }>();
  private readonly taught = new Map<string, Map<Period, [column: number, hours: number][]>>();
  private readonly active = new Map<number, number[]>();

  column(cost: number, whole = true): number {
    return this.columns.push({ cost, whole }) - 1;
  }

  row(lower: number, upper: number, entries: Row['entries']): void {
    this.rows.push({ lower, upper, entries });
  }

  uses(what: string, owner: string, column: number | undefined): void {
    if (column === undefined) return;
    const use = this.shared.get(what) ?? { owners: new Set<string>(), columns: [] };
    this.shared.set(what, use);
    use.owners.add(owner);
    use.columns.push(column);
  }

  teaches(lecturer: string, days: Run, column: number | undefined): void {
    if (column === undefined) return;
    const periods = this.taught.get(lecturer) ?? new Map<Period, [number, number][]>();
    this.taught.set(lecturer, periods);
    for (const [period, hours] of loadOf(days)) {
      const entries = periods.get(period) ?? [];
      periods.set(period, entries);
      entries.push([column, hours]);
    }
  }

  inWeek(week: number, column: number): void {
    const active = this.active.get(week) ?? [];
    this.active.set(week, active);
    active.push(column);
  }

  /** What is asked for by several classes is given to one. Days asked for by the very same columns are one rule. */
  onceADay(): void {
    const told = new Set<string>();
    for (const { owners, columns } of this.shared.values()) {
      const key = columns.join();
      if (owners.size < 2 || told.has(key)) continue;
      told.add(key);
      this.row(
        -Infinity,
        1,
        columns.map((column) => [column, 1]),
      );
    }
  }

  /** Nobody teaches more hours in a week or a year than they may. */
  loads(lecturers: ReadonlyMap<string, LecturerFacts>): void {
    for (const [id, periods] of this.taught) {
      const lecturer = lecturers.get(id);
      for (const [period, entries] of periods) {
        const left = lecturer ? hoursLeft(lecturer, period) : Infinity;
        if (left < Infinity) this.row(-Infinity, left, entries);
      }
    }
  }

  /** @returns per week the column of how far it is too full */
  weeks(problem: ScheduleProblem, price: number): Map<number, number> {
    const over = new Map<number, number>();
    if (price === 0) return over;
    for (const [week, active] of this.active) {
      const column = this.column(price, false);
      over.set(week, column);
      this.row(-Infinity, weekBears(problem, week), [...active.map((one) => [one, 1] as const), [column, -1]]);
    }
    return over;
  }
}
