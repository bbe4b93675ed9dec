import type { Schema } from '../../api/client';
import type { NewUnit, Reorganisation, Step } from './api';

/** A unit that a step may name: one that stands, or one that an earlier step makes. */
export interface Choice {
  value: string;
  label: string;
}

const newUnits = (steps: readonly Step[]): NewUnit[] =>
  steps
    .flatMap(({ newUnit, parts = [] }) => [newUnit, ...parts.map((part) => part.newUnit)])
    .filter((unit) => unit !== undefined);

/** Units to choose from, those of the draft's own making last. */
export const choices = (units: readonly Schema<'UnitView'>[], steps: readonly Step[]): Choice[] => [
  ...units.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` })),
  ...newUnits(steps).map(({ key, name, code }) => ({ value: key, label: `${name} (${code}) ★` })),
];

/** What a step's references are called, also those that have ended since. */
export function namer(
  { units, steps }: Reorganisation,
  standing: readonly Schema<'UnitView'>[],
): (ref?: string) => string {
  const names = new Map<string, string>([
    ...standing.map(({ id, name }) => [id, name] as const),
    ...units.map(({ id, name }) => [id, name] as const),
    ...newUnits(steps).map(({ key, name }) => [key, name] as const),
  ]);
  return (ref) => names.get(ref ?? '') ?? '…';
}
