import type { Session } from './api';

/** What the calendar can be laid out by. */
export const GROUPS = ['room', 'lecturer', 'program', 'unit'] as const;
export type Group = (typeof GROUPS)[number];

/** One row of the calendar: a room, a lecturer, a program or a unit. */
export interface GroupRow<Item> {
  readonly key: string;
  readonly label: string;
  readonly items: Item[];
}

/** Whom a session belongs to in a grouping; null where it has no room or no lecturer yet. */
export function groupOf({ course, room, lecturer }: Session, group: Group): { key: string; label: string } | null {
  if (group === 'room') return room && { key: room.id, label: `${room.name}, ${room.venue}` };
  if (group === 'lecturer') return lecturer && { key: lecturer.id, label: lecturer.fullName };
  const { id, name } = course[group];
  return { key: id, label: name };
}

const LAST = '';

/** Things in the rows they belong to, by name; what belongs to none comes last, under `none`. */
export function rowsOf<Item>(
  items: readonly Item[],
  belongs: (item: Item) => { key: string; label: string } | null,
  none: string,
): GroupRow<Item>[] {
  const rows = new Map<string, GroupRow<Item>>();
  for (const item of items) {
    const { key, label } = belongs(item) ?? { key: LAST, label: none };
    const row = rows.get(key) ?? { key, label, items: [] };
    row.items.push(item);
    rows.set(key, row);
  }
  const byName = new Intl.Collator('vi', { numeric: true });
  return [...rows.values()].sort((a, b) =>
    (a.key === LAST) === (b.key === LAST) ? byName.compare(a.label, b.label) : a.key === LAST ? 1 : -1,
  );
}
