import type { KeyboardEvent } from 'react';
import { type Mark, MARKS } from './api';

/** Keys of the four marks: their number, or the letter that paper sheets have. */
const KEYS: Readonly<Record<string, Mark>> = {
  ...Object.fromEntries(MARKS.map((mark, index) => [String(index + 1), mark])),
  x: 'present',
  m: 'late',
  p: 'excused',
  k: 'absent',
};

/** The button of a row that stands for it: the chosen one, else the first. */
const buttonOf = (row: Element | undefined): HTMLElement | null | undefined =>
  row?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]');

/**
 * Keys for a sheet: up and down go from person to person, left and right through the marks of one, and a number or a letter
 * marks a person and goes on to the next, so that a class is marked without a mouse.
 */
export function sheetKeys(onMark: (nominationId: string, mark: Mark) => void) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
    const row = event.target.closest('[data-person]');
    if (!row) return;
    const rows = [...event.currentTarget.querySelectorAll('[data-person]')];
    const id = row.getAttribute('data-person') ?? '';
    const goTo = (step: number): void => {
      const next = buttonOf(rows[rows.indexOf(row) + step]);
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    const mark = KEYS[event.key.toLowerCase()];
    if (mark !== undefined) {
      onMark(id, mark);
      goTo(1);
    } else if (event.key === 'ArrowDown') goTo(1);
    else if (event.key === 'ArrowUp') goTo(-1);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const buttons = [...row.querySelectorAll<HTMLElement>('[role="radio"]')];
      const at = buttons.findIndex((button) => button === event.target) + (event.key === 'ArrowRight' ? 1 : -1);
      const next = (at + buttons.length) % buttons.length;
      const chosen = MARKS[next];
      buttons[next]?.focus();
      if (chosen) onMark(id, chosen);
    } else return;
    event.preventDefault();
  };
}
