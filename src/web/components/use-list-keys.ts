import { useEffect, useState } from 'react';

const WRITING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';
const SEARCH = 'input[type="search"]';
const LETTER = /^\p{L}$/u;
const toSearch = (): void => document.querySelector<HTMLElement>(SEARCH)?.focus();
/** Where keys have a meaning of their own. */
const ELSEWHERE = '[role="dialog"], [role="menu"], [role="listbox"], [role="combobox"]';

/**
 * Keys for a list of rows: j/k or the arrows go down and up, space chooses, Enter opens, `/` goes to the search and `?`
 * asks for help; where more than one may be taken at once (`onExtend`), Shift and an arrow take the row and the next one.
 * Rows are found by their `data-row`. Where letters search (`typing`), every letter begins a search instead,
 * and the arrow down leads from the search into the list.
 * @returns the id of the row that the keys speak of.
 */
export function useListKeys({
  ids,
  onToggle,
  onOpen,
  onHelp,
  onExtend,
  typing = 'moves',
}: {
  ids: readonly string[];
  onToggle: (id: string) => void;
  onOpen: (id: string) => void;
  onHelp: () => void;
  onExtend?: (ids: readonly string[]) => void;
  typing?: 'moves' | 'searches';
}): string | null {
  const [active, setActive] = useState<string | null>(null);
  useEffect(() => {
    const go = (step: number, from = active === null ? -1 : ids.indexOf(active)): void => {
      const next = ids[Math.min(Math.max(from + step, 0), ids.length - 1)];
      if (next === undefined) return;
      setActive(next);
      const row = document.querySelector<HTMLElement>(`[data-row="${next}"]`);
      row?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
    };
    const extend = (step: number): void => {
      const at = active === null ? -1 : ids.indexOf(active);
      onExtend?.([ids[at], ids[at + step]].filter((id) => id !== undefined));
      go(step);
    };
    /** What a key does; nothing for a key that is not ours where the focus stands. */
    const act = ({ key, shiftKey }: KeyboardEvent, target: Element): (() => void) | undefined => {
      const onControl = target.closest('button, a, input') !== null;
      if (onExtend && shiftKey && key === 'ArrowDown') return () => extend(1);
      if (onExtend && shiftKey && key === 'ArrowUp') return () => extend(-1);
      if (key === 'ArrowDown' || (key === 'j' && typing === 'moves')) return () => go(1);
      if (key === 'ArrowUp' || (key === 'k' && typing === 'moves')) return () => go(-1);
      if (key === '/') return toSearch;
      if (key === '?') return onHelp;
      if (active === null || onControl || !ids.includes(active)) return undefined;
      if (key === ' ') return () => onToggle(active);
      return key === 'Enter' ? () => onOpen(active) : undefined;
    };
    const listen = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (typing === 'searches' && event.key === 'ArrowDown' && target.matches(SEARCH)) {
        event.preventDefault();
        go(1, -1);
        return;
      }
      if (target.closest(WRITING) ?? target.closest(ELSEWHERE)) return;
      // Not prevented: what is typed goes on into the search.
      if (typing === 'searches' && LETTER.test(event.key)) toSearch();
      const action = act(event, target);
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [active, ids, onToggle, onOpen, onHelp, onExtend, typing]);
  return active;
}
