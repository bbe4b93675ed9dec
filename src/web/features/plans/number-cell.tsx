import { type KeyboardEvent, useRef, useState } from 'react';

/**
 * A number in a table that is changed where it stands. Enter and the arrows save it and go to the same column of the next or
 * the previous line; Escape takes back what was typed.
 */
export function NumberCell<Seen>({
  label,
  column,
  value,
  seen,
  onSave,
}: {
  label: string;
  /** Which cells the arrows go through. */
  column: string;
  value: number;
  /** What the writer looked at when they began to type. */
  seen: Seen;
  onSave: (value: number, seen: Seen) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const begun = useRef(seen);
  const commit = (): void => {
    if (typed !== null && typed !== '' && Number(typed) !== value) onSave(Number(typed), begun.current);
    setTyped(null);
  };
  const move = (event: KeyboardEvent<HTMLInputElement>, step: 1 | -1): void => {
    event.preventDefault();
    const cells = [...document.querySelectorAll<HTMLInputElement>(`input[data-column="${column}"]`)];
    const next = cells[cells.indexOf(event.currentTarget) + step];
    if (next) next.focus();
    else event.currentTarget.blur();
  };
  return (
    <input
      aria-label={label}
      data-column={column}
      inputMode="numeric"
      value={typed ?? String(value)}
      style={{
        width: 76,
        padding: '6px 8px',
        textAlign: 'right',
        font: 'inherit',
        borderRadius: 6,
        border: `1px solid ${typed === null ? '#8a8580' : '#8f1d21'}`,
        background: typed === null ? '#fff' : '#fdf1f0',
      }}
      onFocus={({ currentTarget }) => {
        begun.current = seen;
        currentTarget.select();
      }}
      onBlur={commit}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value.replace(/\D/g, '').slice(0, 6));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'ArrowDown') move(event, 1);
        else if (event.key === 'ArrowUp') move(event, -1);
        else if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
