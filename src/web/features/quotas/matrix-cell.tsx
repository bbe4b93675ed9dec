import { Group, Text } from '@mantine/core';
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Quota } from './api';
import { type Edit, heatOf, useOf } from './matrix-model';
import { usePlacesWords } from './place-parts';

interface CellProps {
  label: string;
  at: readonly [row: number, column: number];
  quota: Quota | undefined;
  edit: Edit | undefined;
  refused: boolean;
  readOnly: boolean;
  onChange: (places: number) => void;
  onPaste: (event: ClipboardEvent) => void;
  children?: ReactNode;
}

const STEPS: Record<string, readonly [number, number]> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const MOST = 10_000;

/** Goes to the next cell that can be written in a direction; left and right only from the edge of what is typed. */
function step(event: KeyboardEvent<HTMLInputElement>, [row, column]: readonly [number, number]): void {
  const by = STEPS[event.key];
  if (!by) return;
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (by[1] !== 0 && !whole && selectionStart !== (by[1] < 0 ? 0 : value.length)) return;
  event.preventDefault();
  const table = event.currentTarget.closest('[data-matrix]');
  const cells = [...(table?.querySelectorAll<HTMLInputElement>('input[data-cell]') ?? [])];
  const found = new Map(cells.map((cell) => [cell.dataset.cell, cell]));
  // Rows of units that have ended hold nothing to write: they are passed over.
  for (let n = 1; n <= cells.length; n += 1) {
    const next = found.get(`${row + by[0] * n} ${column + by[1] * n}`);
    if (next) {
      next.focus();
      return;
    }
  }
}

/** One unit's places of one program: the number, what became of it, how much is used, what is said about it. */
export function MatrixCell({ label, at, quota, edit, refused, readOnly, onChange, onPaste, children }: CellProps) {
  const { t } = useTranslation();
  const places = edit?.value ?? quota?.places ?? 0;
  const { passedOn = 0, held = 0, reserved = 0, taken = 0 } = quota ?? {};
  const words = usePlacesWords();
  const left = (quota?.left ?? 0) + places - (edit?.was ?? places);
  const use = useOf({ places, reserved, taken });
  const said = words({ passedOn, held, reserved, taken, left });
  return (
    <Group gap={8} justify="flex-end" className="matrix-cell">
      <span
        title={use === null ? undefined : t('quotaMatrix.used', { percent: Math.round(use * 100) })}
        style={{ display: 'inline-flex', flexDirection: 'column', gap: 3 }}
      >
        {readOnly ? (
          <Text component="span" fw={600} miw={32} ta="right">
            {places}
          </Text>
        ) : (
          <input
            aria-label={label}
            aria-invalid={refused || left < 0}
            data-cell={at.join(' ')}
            inputMode="numeric"
            value={places}
            style={{
              width: 60,
              padding: '6px 8px',
              textAlign: 'right',
              font: 'inherit',
              borderRadius: 6,
              border: `${refused ? 2 : 1}px solid ${edit || refused ? '#8f1d21' : '#8a8580'}`,
              background: edit ? '#fdf1f0' : '#fff',
            }}
            onPaste={onPaste}
            onFocus={({ currentTarget }) => {
              currentTarget.select();
            }}
            onChange={({ currentTarget }) => {
              onChange(Math.min(Number(currentTarget.value.replace(/\D/g, '')), MOST));
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && edit) onChange(edit.was);
              else step(event, at);
            }}
          />
        )}
        <span aria-hidden style={{ height: 5, borderRadius: 3, background: '#e7e1d9', overflow: 'hidden' }}>
          <span style={{ display: 'block', height: 5, width: `${(use ?? 0) * 100}%`, background: heatOf(use) }} />
        </span>
      </span>
      <Text component="span" fz="sm" c={left < 0 ? 'son.7' : '#5f5a54'} className="matrix-said">
        {said}
      </Text>
      {children}
    </Group>
  );
}
