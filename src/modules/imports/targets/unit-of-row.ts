import type { UnitNames } from '../../units/index.js';
import type { RowProblem, SourceRow } from '../import.types.js';
import { unitFinder } from '../rules/match-unit.js';
import { type ImportScope, problem } from './target.js';

/** Where somebody of a row works: the unit, and the Party cell when the list names one. */
export interface Workplace {
  readonly unitId: string;
  readonly cellId: string | null;
}

/** Looks up the unit that a row names; a row that names none belongs to the importer's own, if that is one workplace. */
export type WorkplaceFinder = (row: SourceRow) => Workplace | RowProblem;

export function workplaceFinder(units: readonly UnitNames[], { homeUnitId }: ImportScope): WorkplaceFinder {
  const find = unitFinder(units);
  return (row) => {
    const name = row.values.unit ?? null;
    if (name === null) return homeUnitId === null ? problem(row, 'unit', 'empty') : { unitId: homeUnitId, cellId: null };
    const match = find(String(name));
    if (!('unit' in match)) return problem(row, 'unit', match.rule, match.facts);
    const { id, kind, parentId } = match.unit;
    return kind === 'party-cell' && parentId !== null ? { unitId: parentId, cellId: id } : { unitId: id, cellId: null };
  };
}

export const isWorkplace = (found: Workplace | RowProblem): found is Workplace => 'unitId' in found;
