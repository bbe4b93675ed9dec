/** What of a class a list depends on. */
export interface ClassSeen {
  readonly state: string;
  readonly deadline: string | null;
  readonly capacity: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Seats that nobody had; lists of before this was kept do not say. */
  readonly free?: number;
}

export interface ClassChange {
  readonly field: keyof ClassSeen;
  readonly before: string | null;
  readonly after: string | null;
}

const PLAIN_FIELDS = ['state', 'deadline', 'capacity', 'startsOn', 'endsOn'] as const;

/**
 * What the maker of a list must be told before it is sent: whatever of the class is no longer as it was. Seats come and go
 * all the time; that they have run out is news.
 */
export function classChanges(before: ClassSeen, after: Required<ClassSeen>): ClassChange[] {
  const changed = PLAIN_FIELDS.filter((field) => before[field] !== after[field]);
  const ranOut = before.free !== undefined && before.free > 0 && after.free === 0;
  return [...changed, ...(ranOut ? (['free'] as const) : [])].map((field) => ({
    field,
    before: text(before[field]),
    after: text(after[field]),
  }));
}

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
