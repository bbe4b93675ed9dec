import { useRef, useState } from 'react';
import type { Nomination } from './api';

/** Who of a queue is looked at, and who is chosen, while the queue changes under the reader's hands. */
export function useChoosing(waiting: readonly Nomination[]) {
  const [selected, setSelected] = useState<string | null>(null);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const index = waiting.findIndex(({ id }) => id === selected);
  const [place, setPlace] = useState(0);
  // Who has gone leaves the reader at the same place of the queue.
  const at = index >= 0 ? index : Math.min(place, Math.max(0, waiting.length - 1));
  const current = waiting[at];
  if (at !== place) setPlace(at);
  if (current && current.id !== selected) setSelected(current.id);
  const { gone, leave, forgetGone } = useGone(waiting, current);

  const range = (from: number, to: number): string[] =>
    waiting.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ id }) => id);
  const choose = (id: string, withRange: boolean): void => {
    const from = waiting.findIndex((each) => each.id === (anchor.current ?? selected));
    const to = waiting.findIndex((each) => each.id === id);
    setIds((before) => {
      if (withRange && from >= 0 && to >= 0) return new Set([...before, ...range(from, to)]);
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
    anchor.current = id;
    setSelected(id);
  };
  const go = (by: number, choosing = false): void => {
    const next = waiting[Math.min(waiting.length - 1, Math.max(0, at + by))];
    if (!next) return;
    if (choosing && current) setIds((before) => new Set([...before, current.id, next.id]));
    anchor.current = next.id;
    setSelected(next.id);
  };
  const clear = (): void => {
    setIds(new Set());
  };
  const keys: [string, () => void][] = [
    [
      'ArrowDown',
      () => {
        go(1);
      },
    ],
    [
      'ArrowUp',
      () => {
        go(-1);
      },
    ],
    [
      'shift+ArrowDown',
      () => {
        go(1, true);
      },
    ],
    [
      'shift+ArrowUp',
      () => {
        go(-1, true);
      },
    ],
    [
      'Space',
      () => {
        if (current) choose(current.id, false);
      },
    ],
    ['Escape', clear],
  ];
  return {
    current,
    at,
    go,
    ids,
    chosen: waiting.filter(({ id }) => ids.has(id)),
    keys,
    gone,
    forgetGone,
    select: setSelected,
    choose,
    chooseAll: () => {
      setIds(new Set(waiting.map(({ id }) => id)));
    },
    clear,
    /** These are being decided on by the reader: their going is no news. */
    leave: (people: readonly Nomination[]) => {
      leave(people);
      const rest = waiting.filter(({ id }) => !people.some((person) => person.id === id));
      setSelected((rest.find((person) => waiting.indexOf(person) >= at) ?? rest.at(-1))?.id ?? null);
      clear();
    },
  };
}

/** Notices when the one who is looked at leaves the queue by somebody else's hand. */
function useGone(waiting: readonly Nomination[], current: Nomination | undefined) {
  const [gone, setGone] = useState<Nomination | null>(null);
  const [looked, setLooked] = useState(current);
  const [mine, setMine] = useState<readonly string[]>([]);
  if (looked !== current) {
    if (looked && !mine.includes(looked.id) && !waiting.some(({ id }) => id === looked.id)) setGone(looked);
    setLooked(current);
  }
  // Sent again meanwhile: what became of them then is no news any more.
  if (gone && waiting.some(({ id }) => id === gone.id)) setGone(null);
  return {
    gone,
    forgetGone: () => {
      setGone(null);
    },
    leave: (people: readonly Nomination[]) => {
      setMine((before) => [...before, ...people.map(({ id }) => id)]);
    },
  };
}
