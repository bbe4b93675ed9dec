import type { Change, Value, Values } from '../import.types.js';

/** What is recorded of a thing, by the fields a row may name. */
export type Recorded = Readonly<Record<string, Value>>;

/**
 * What a row changes: the fields that it fills in and that are recorded otherwise. An empty cell never erases.
 * @param fields those to compare, in the order they are shown.
 */
export function changesOf(fields: readonly string[], row: Values, recorded: Recorded): Change[] {
  return fields.flatMap((field) => {
    const after = row[field] ?? null;
    const before = recorded[field] ?? null;
    return after === null || after === before ? [] : [{ field, before, after }];
  });
}

/** Whether two judgements of one row say the same: what was previewed is what will be done. */
export function sameChanges(previewed: readonly Change[], now: readonly Change[]): boolean {
  return (
    previewed.length === now.length &&
    previewed.every(({ field, before, after }, index) => {
      const other = now[index];
      return other?.field === field && other.before === before && other.after === after;
    })
  );
}
