import { Stack, Text, Tooltip } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Candidate } from './api';

const MARK = { pass: '✓', fail: '✗', needsException: '!', unknown: '?' } as const;
const ID = 'every-rule';
/** Long enough that who passes by is not shown anything. */
const PAUSE_MS = 350;

/** Every rule's answer on the one whose row is pointed at or stood on: one for the list, not two hundred. */
export function EveryRule({
  list,
  candidates,
}: {
  list: RefObject<HTMLElement | null>;
  candidates: readonly Candidate[];
}) {
  const { t } = useTranslation();
  const row = useLookedAt(list);
  const candidate = candidates.find(({ official }) => official.id === row?.dataset.row);
  useEffect(() => {
    row?.setAttribute('aria-describedby', ID);
    return () => row?.removeAttribute('aria-describedby');
  }, [row]);
  if (!row || !candidate) return null;
  return (
    <Tooltip
      key={candidate.official.id}
      opened
      target={row}
      multiline
      w={380}
      position="right-start"
      label={
        <Stack gap={2} id={ID}>
          <Text fw={600} fz="sm">
            {t('nominate.everyRule')}
          </Text>
          {candidate.checks.map(({ rule, result, message, source }) => (
            <Text key={rule} fz="sm">
              <span aria-hidden>{MARK[result]} </span>
              {message}
              {source && ` (${source})`}
            </Text>
          ))}
        </Stack>
      }
    />
  );
}

/** The row that a mouse or the focus has rested on for a moment. */
function useLookedAt(list: RefObject<HTMLElement | null>): HTMLElement | null {
  const [row, setRow] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    let timer: number | undefined;
    const look = (event: Event): void => {
      if (event instanceof PointerEvent && event.pointerType !== 'mouse') return;
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
      window.clearTimeout(timer);
      setRow((before) => (before === target ? before : null));
      timer = window.setTimeout(() => {
        setRow(target);
      }, PAUSE_MS);
    };
    const leave = (): void => {
      window.clearTimeout(timer);
      setRow(null);
    };
    const events = { pointerover: look, focusin: look, pointerleave: leave, focusout: leave };
    for (const [name, act] of Object.entries(events)) element.addEventListener(name, act);
    return () => {
      window.clearTimeout(timer);
      for (const [name, act] of Object.entries(events)) element.removeEventListener(name, act);
    };
  }, [list]);
  return row;
}
