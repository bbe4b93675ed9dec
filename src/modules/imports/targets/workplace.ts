import type { UnitNames } from '../../units/index.js';
import type { RowProblem, SourceRow } from '../import.types.js';
import { unitFinder } from '../rules/match-unit.js';
import { type ImportScope, problem } from './target.js';

/** Where somebody of a row works: the unit, and the Party cell when the list names one. */
export interface Workplace {
  readonly unitId: string;
  readonly unitName: string;
  readonly cellId: string | null;
}

/** Looks up the unit that a row names; a row that names none belongs to the importer's own, if that is a workplace. */
export type WorkplaceFinder = (row: SourceRow) => Workplace | RowProblem;

export function workplaceFinder(units: readonly UnitNames[], { homeUnitId }: ImportScope): WorkplaceFinder {
  const find = unitFinder(units);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const at = ({ id, name, kind, parentId }: UnitNames): Workplace => {
    const parent = kind === 'party-cell' && parentId !== null ? byId.get(parentId) : undefined;
    return parent
      ? { unitId: parent.id, unitName: parent.name, cellId: id }
      : { unitId: id, unitName: name, cellId: null };
  };
  return (row) => {
    const name = row.values.unitName ?? null;
    const home = homeUnitId === null ? undefined : byId.get(homeUnitId);
    if (name === null) return home ? at(home) : problem(row, 'unitName', 'cell.empty');
    const match = find(String(name));
    return 'unit' in match ? at(match.unit) : problem(row, 'unitName', `import.${match.rule}`, match.facts);
  };
}

export const isWorkplace = (found: Workplace | RowProblem): found is Workplace => 'unitId' in found;
