import type { Mark } from '../attendance.types.js';

/** A person and how they were; a sheet has at most one such line for each. */
export interface MarkLine {
  readonly nominationId: string;
  readonly mark: Mark;
}

/** What makes one sheet of another. */
export interface SheetChanges {
  readonly added: readonly MarkLine[];
  readonly changed: readonly (MarkLine & { readonly before: Mark })[];
  readonly removed: readonly MarkLine[];
}

/** Compares a sheet as it stands with how it should be; the same sheet changes nothing. */
export function changesBetween(before: readonly MarkLine[], after: readonly MarkLine[]): SheetChanges {
  const was = new Map(before.map(({ nominationId, mark }) => [nominationId, mark]));
  const kept = new Set(after.map(({ nominationId }) => nominationId));
  return {
    added: after.filter(({ nominationId }) => !was.has(nominationId)),
    changed: after.flatMap((line) => {
      const mark = was.get(line.nominationId);
      return mark === undefined || mark === line.mark ? [] : [{ ...line, before: mark }];
    }),
    removed: before.filter(({ nominationId }) => !kept.has(nominationId)),
  };
}
