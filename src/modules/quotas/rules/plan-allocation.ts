/** A row of places as the plan needs it. */
export interface AllocatedRow {
  readonly id: string;
  readonly unitId: string;
  /** The row that feeds it, or null where grants do. */
  readonly parentId: string | null;
  /** How far below the top its unit stands. */
  readonly depth: number;
  readonly places: number;
  /** Places passed on, held, reserved or taken. */
  readonly used: number;
}

/** How many places a unit is to have. */
export interface Wish {
  readonly unitId: string;
  readonly places: number;
}

/** Places that go from one row to another. */
export interface PlacesMove {
  readonly from: string;
  readonly to: string;
  readonly places: number;
}

/** Why wishes cannot be met. */
export type AllocationRefusal =
  | { readonly rule: 'notBelowTaken'; readonly unitId: string; readonly taken: number }
  | { readonly rule: 'byGrant'; readonly unitId: string }
  | {
      readonly rule: 'withinGrant';
      /** The unit that would have to give more than it has. */
      readonly parentUnitId: string;
      readonly granted: number;
      /** Free there once everything that comes back has come back. */
      readonly left: number;
      /** Asked of it by these wishes. */
      readonly asked: number;
    };

/** What has to move, in an order in which no row gives what it does not have; or why it cannot. */
export type AllocationPlan = { readonly moves: readonly PlacesMove[] } | { readonly refusal: AllocationRefusal };

/**
 * Plans how units come to have the places wished for: what becomes less goes back to the row above, from the deepest up;
 * then what becomes more is fed, from the top down. A unit keeps what it passed on, holds and uses.
 * @param rows every row of the program and year, those of the wishes among them.
 */
export function planAllocation(rows: readonly AllocatedRow[], wishes: readonly Wish[]): AllocationPlan {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byUnit = new Map(rows.map((row) => [row.unitId, row]));
  const free = new Map(rows.map(({ id, places, used }) => [id, places - used]));
  const changes = wishes.flatMap(({ unitId, places }) => {
    const row = byUnit.get(unitId);
    return row && row.places !== places ? [{ row, by: places - row.places }] : [];
  });
  const moves: PlacesMove[] = [];
  const move = (from: string, to: string, places: number): void => {
    free.set(from, (free.get(from) ?? 0) - places);
    free.set(to, (free.get(to) ?? 0) + places);
    moves.push({ from, to, places });
  };
  const fewer = changes.filter(({ by }) => by < 0).sort((a, b) => b.row.depth - a.row.depth);
  const more = changes.filter(({ by }) => by > 0).sort((a, b) => a.row.depth - b.row.depth);
  for (const { row, by } of fewer) {
    const left = free.get(row.id) ?? 0;
    if (left + by < 0) return { refusal: { rule: 'notBelowTaken', unitId: row.unitId, taken: row.places - left } };
    if (row.parentId === null) return { refusal: { rule: 'byGrant', unitId: row.unitId } };
    move(row.id, row.parentId, -by);
  }
  for (const { row, by } of more) {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    if (!parent) return { refusal: { rule: 'byGrant', unitId: row.unitId } };
    if ((free.get(parent.id) ?? 0) < by) return { refusal: shortOf(parent, more, fewer, moves, rows) };
    move(parent.id, row.id, by);
  }
  return { moves };
}

interface Change {
  readonly row: AllocatedRow;
  readonly by: number;
}

/** The numbers of a row that cannot give what is asked of it. */
function shortOf(
  parent: AllocatedRow,
  more: readonly Change[],
  fewer: readonly Change[],
  moves: readonly PlacesMove[],
  rows: readonly AllocatedRow[],
): AllocationRefusal {
  const below = new Set(rows.filter(({ parentId }) => parentId === parent.id).map(({ id }) => id));
  const sum = (changes: readonly Change[]): number =>
    changes.filter(({ row }) => below.has(row.id)).reduce((total, { by }) => total + by, 0);
  const received = moves.filter(({ to, from }) => to === parent.id && !below.has(from));
  const given = moves.filter(({ from, to }) => from === parent.id && !below.has(to));
  const count = (list: readonly PlacesMove[]): number => list.reduce((total, { places }) => total + places, 0);
  const granted = parent.places + count(received) - count(given);
  return {
    rule: 'withinGrant',
    parentUnitId: parent.unitId,
    granted,
    left: granted - parent.used - sum(fewer),
    asked: sum(more),
  };
}
