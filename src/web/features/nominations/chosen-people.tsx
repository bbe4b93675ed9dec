import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftPerson } from '../../offline/drafts';
import { type AskedPapers, useWritePapers } from '../papers/api';

/** What may be done with a line of the list, by button, by key or by hand. */
type Act = (
  id: string,
  what: 'up' | 'down' | 'first' | 'last' | 'remove' | 'above' | 'below' | 'drag' | 'drop',
) => void;

/** What a key does on a line; with Alt the person moves, without it the reader does. */
const keyed = ({ key, altKey }: KeyboardEvent): Parameters<Act>[1] | undefined => {
  if (key === 'Delete') return 'remove';
  if (key === 'ArrowUp') return altKey ? 'up' : 'above';
  if (key === 'ArrowDown') return altKey ? 'down' : 'below';
  if (!altKey) return undefined;
  return key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined;
};

interface Props {
  chosen: readonly DraftPerson[];
  papers: AskedPapers | undefined;
  onRemove: (person: DraftPerson) => void;
  /** @param to the place, counted from 0 */
  onMove: (person: DraftPerson, to: number) => void;
}

/** People of the list in their order. Tab leads to one line, the arrows to the others: two hundred are one stop. */
export function ChosenPeople({ chosen, papers, onRemove, onMove }: Props) {
  const [focus, setFocus] = useState<{ id: string } | null>(null);
  const dragged = useRef<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Who was moved by keys keeps the focus: the next key speaks of them, too.
    if (focus) list.current?.querySelector<HTMLElement>(`[data-chosen="${focus.id}"]`)?.focus();
  }, [focus, chosen]);
  const act: Act = (id, what) => {
    const index = chosen.findIndex((person) => person.id === id);
    const person = chosen[index];
    if (!person) return;
    const to = { up: index - 1, down: index + 1, first: 0, last: chosen.length - 1 };
    if (what === 'remove') {
      const next = chosen[index + 1] ?? chosen[index - 1];
      if (next) setFocus({ id: next.id });
      onRemove(person);
    } else if (what === 'above' || what === 'below') {
      const next = chosen[what === 'above' ? index - 1 : index + 1];
      if (next) setFocus({ id: next.id });
    } else if (what === 'drag') {
      dragged.current = id;
    } else if (what === 'drop') {
      const moved = chosen.find((each) => each.id === dragged.current);
      dragged.current = null;
      if (moved && moved.id !== id) onMove(moved, index);
    } else if (to[what] !== index && to[what] in chosen) {
      setFocus({ id });
      onMove(person, to[what]);
    }
  };
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  // The same for every drawing, so that a move draws the lines that change and not two hundred.
  const stable = useCallback<Act>((id, what) => {
    latest.current(id, what);
  }, []);
  const reachable = chosen.some(({ id }) => id === focus?.id) ? focus?.id : chosen[0]?.id;
  return (
    <ol ref={list} style={{ listStyle: 'none', margin: 0, padding: 0, maxHeight: 420, overflowY: 'auto' }}>
      {chosen.map((person, index) => (
        <Line
          key={person.id}
          person={person}
          index={index}
          isLast={index === chosen.length - 1}
          reachable={person.id === reachable}
          papers={papers}
          act={stable}
        />
      ))}
    </ol>
  );
}

const Line = memo(function Line({
  person: { id, fullName },
  index,
  isLast,
  reachable,
  papers,
  act,
}: {
  person: DraftPerson;
  index: number;
  isLast: boolean;
  /** The one line that Tab leads to. */
  reachable: boolean;
  papers: AskedPapers | undefined;
  act: Act;
}) {
  const [over, setOver] = useState(false);
  return (
    <li
      data-chosen={id}
      data-over={over}
      tabIndex={reachable ? 0 : -1}
      draggable
      className="chosen-person"
      onKeyDown={(event) => {
        const what = keyed(event);
        if (what === undefined) return;
        event.preventDefault();
        act(id, what);
      }}
      onDragStart={() => {
        act(id, 'drag');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={() => {
        setOver(false);
        act(id, 'drop');
      }}
    >
      <Group gap={4} wrap="nowrap">
        <IconGripVertical aria-hidden color="#5f5a54" size={16} style={{ cursor: 'grab', flexShrink: 0 }} />
        <Text style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {index + 1}. {fullName}
        </Text>
        <Buttons
          name={fullName}
          isFirst={index === 0}
          isLast={isLast}
          reachable={reachable}
          act={(what) => act(id, what)}
        />
      </Group>
      {papers && <AtHand asked={papers.required} kept={papers.atHand.get(id) ?? []} />}
    </li>
  );
});

function Buttons({
  name,
  isFirst,
  isLast,
  reachable,
  act,
}: {
  name: string;
  isFirst: boolean;
  isLast: boolean;
  reachable: boolean;
  act: (what: 'up' | 'down' | 'remove') => void;
}) {
  const { t } = useTranslation();
  const button = (what: 'up' | 'down' | 'remove', Icon: typeof IconX, off = false) => (
    <ActionIcon
      variant="subtle"
      color="gray.8"
      aria-label={t(`nominate.${what}`, { name })}
      tabIndex={reachable ? 0 : -1}
      disabled={off}
      onClick={() => {
        act(what);
      }}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      {button('up', IconArrowUp, isFirst)}
      {button('down', IconArrowDown, isLast)}
      {button('remove', IconX)}
    </>
  );
}

/** Of what the class asks for, what somebody has from before and what they still have to hand in. */
function AtHand({ asked, kept }: { asked: AskedPapers['required']; kept: AskedPapers['required'] }) {
  const { t } = useTranslation();
  const write = useWritePapers();
  if (kept.length === 0) return null;
  const missing = asked.filter((kind) => !kept.includes(kind));
  return (
    <Text fz="sm" c="#5f5a54" pl={20}>
      {t(missing.length > 0 ? 'papers.toBring' : 'papers.allAtHand', { kept: write(kept), papers: write(missing) })}
    </Text>
  );
}
