import type { Program } from '../programs/api';
import type { Quota } from './api';
import type { Places } from './place-parts';

/** A row; one of a unit that has ended is read, not changed. */
export interface MatrixUnit {
  id: string;
  name: string;
  closed: boolean;
  /** Of a Party cell: the unit whose places it gets, if that has any of the program. */
  within: string | null;
}

/** A number typed and not saved, with what the cell said when its writer began. */
export interface Edit {
  readonly value: number;
  readonly was: number;
}

/** By `unitId programId`. */
export type Edits = ReadonlyMap<string, Edit>;

export const keyOf = (unitId: string, programId: string): string => `${unitId} ${programId}`;

/** A change of a cell. */
export interface Change {
  readonly unitId: string;
  readonly programId: string;
  readonly value: number;
}

/** A cell of a pasted block that cannot be taken: where it would go, and what stood there. */
export interface WrongCell {
  readonly text: string;
  readonly unit: string | null;
  readonly program: string | null;
  readonly rule: 'notANumber' | 'outside' | 'closed';
}

const MOST = 10_000;

/** Edits with these changes; a cell that says what it said before is no edit any more. */
export function withChanges(edits: Edits, changes: readonly Change[], placesOf: (key: string) => number): Edits {
  const next = new Map(edits);
  for (const { unitId, programId, value } of changes) {
    const key = keyOf(unitId, programId);
    const was = edits.get(key)?.was ?? placesOf(key);
    if (value === was) next.delete(key);
    else next.set(key, { value, was });
  }
  return next;
}

/** The cells of a block copied from a sheet: lines of texts between tabs. */
export const blockOf = (text: string): string[][] =>
  text
    .replace(/(\r?\n)+$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()));

/**
 * What pasting a block would change, from one cell to the right and downward. Empty cells change nothing. Wrong cells are
 * named, and nothing is to be changed then.
 */
export function pasted(
  block: readonly (readonly string[])[],
  units: readonly MatrixUnit[],
  programs: readonly Pick<Program, 'id' | 'name'>[],
  [row, column]: readonly [row: number, column: number],
): { changes: Change[]; wrong: WrongCell[] } {
  const changes: Change[] = [];
  const wrong: WrongCell[] = [];
  for (const [down, cells] of block.entries()) {
    for (const [across, text] of cells.entries()) {
      if (text === '') continue;
      const [unit, program] = [units[row + down], programs[column + across]];
      const value = /^\d+$/.test(text) ? Number(text) : NaN;
      const names = { text, unit: unit?.name ?? null, program: program?.name ?? null };
      if (!unit || !program) wrong.push({ ...names, rule: 'outside' });
      else if (unit.closed) wrong.push({ ...names, rule: 'closed' });
      else if (!(value <= MOST)) wrong.push({ ...names, rule: 'notANumber' });
      else changes.push({ unitId: unit.id, programId: program.id, value });
    }
  }
  return { changes, wrong };
}

/** Places of several rows as one line; what one row passed to another among them is counted once. */
export type Sum = Readonly<Places>;

/** What stands in all rows of a program, with what is typed; and what the board still has to give. */
export function totalsOf(
  quotas: readonly Quota[],
  programId: string,
  { edits, units }: { edits: Edits; units: readonly MatrixUnit[] },
): Sum & { readonly reserve: number } {
  const own = quotas.filter((quota) => quota.programId === programId);
  const shares = new Set(own.map(({ unitId }) => unitId));
  const fed = new Set(
    units.flatMap(({ id, within }) =>
      within !== null && (shares.has(within) || edits.has(keyOf(within, programId))) ? [keyOf(id, programId)] : [],
    ),
  );
  const add = (count: (quota: Quota) => number): number => own.reduce((total, quota) => total + count(quota), 0);
  const typed = [...edits].reduce(
    (total, [key, { value, was }]) => (key.endsWith(` ${programId}`) && !fed.has(key) ? total + value - was : total),
    0,
  );
  return {
    // Nothing is made by typing: what a unit gets more, the reserve has less, or the unit that it is part of.
    places: add(({ places, passedOn }) => places - passedOn),
    passedOn: 0,
    held: add(({ held }) => held),
    reserved: add(({ reserved }) => reserved),
    taken: add(({ taken }) => taken),
    left: add(({ left }) => left),
    reserve: add(({ reserve, left }) => (reserve ? left : 0)) - typed,
  };
}

/** How much of a unit's places is used, from 0 to 1; null without places. */
export const useOf = ({ places, reserved, taken }: Pick<Sum, 'places' | 'reserved' | 'taken'>): number | null =>
  places === 0 ? null : Math.min((reserved + taken) / places, 1);

const GOOD = 0.9;
const FAIR = 0.8;

/** Green from 90 percent, amber from 80, red below: what the board looks for first. */
export const heatOf = (share: number | null): string =>
  share === null ? '#e7e1d9' : share >= GOOD ? '#2b7a3d' : share >= FAIR ? '#b8860b' : '#b3261e';
