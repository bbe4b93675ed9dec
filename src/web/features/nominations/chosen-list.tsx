import { ActionIcon, Button, Card, Group, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/states';
import type { DraftPerson } from '../../offline/drafts';
import { type AskedPapers, useWritePapers } from '../papers/api';

const LONGEST_LIST = 200;

/** The list being made, in the order in which people get seats, and the one button that sends it. */
export function ChosenList({
  chosen,
  onRemove,
  onMove,
  onSend,
  busy,
  error,
  disabled,
  papers,
}: {
  chosen: readonly DraftPerson[];
  onRemove: (person: DraftPerson) => void;
  /** @param to the place, counted from 0 */
  onMove: (person: DraftPerson, to: number) => void;
  onSend: () => void;
  busy: boolean;
  error: unknown;
  disabled: boolean;
  /** What the class asks for, and who has some of it already; undefined while it is not known. */
  papers: AskedPapers | undefined;
}) {
  const { t } = useTranslation();
  const write = useWritePapers();
  const tooMany = chosen.length > LONGEST_LIST;
  return (
    <Card withBorder component="section" aria-label={t('nominate.list')} style={{ position: 'sticky', top: 76 }}>
      <Title order={3} fz="lg" mb="sm">
        {t('nominate.listOf', { count: chosen.length })}
      </Title>
      {chosen.length === 0 && <Text c="#5f5a54">{t('nominate.listEmpty')}</Text>}
      {chosen.length > 1 && (
        <Text fz="sm" c="#5f5a54" mb="xs" visibleFrom="lg">
          {t('nominate.orderHint')}
        </Text>
      )}
      {papers && papers.required.length > 0 && (
        <Text fz="sm" mb="xs">
          {t('papers.asks', { papers: write(papers.required) })}
        </Text>
      )}
      <ChosenPeople chosen={chosen} papers={papers} onRemove={onRemove} onMove={onMove} />
      {tooMany && <Text c="son.7">{t('nominate.tooMany', { most: LONGEST_LIST })}</Text>}
      {error !== null && error !== undefined && <ErrorState error={error} />}
      <Button
        mt="md"
        size="lg"
        fullWidth
        disabled={disabled || chosen.length === 0 || tooMany}
        loading={busy}
        onClick={onSend}
      >
        {t('nominate.send', { count: chosen.length })}
      </Button>
    </Card>
  );
}

interface Moves {
  onRemove: (person: DraftPerson) => void;
  onMove: (person: DraftPerson, to: number) => void;
}

function ChosenPeople({
  chosen,
  papers,
  onRemove,
  onMove,
}: Moves & { chosen: readonly DraftPerson[]; papers: AskedPapers | undefined }) {
  const [dragged, setDragged] = useState<DraftPerson | null>(null);
  const [moved, setMoved] = useState<{ id: string } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Who was moved by keys keeps the focus: the next key speaks of them, too.
    if (moved) list.current?.querySelector<HTMLElement>(`[data-chosen="${moved.id}"]`)?.focus();
  }, [moved, chosen]);
  const keysFor =
    (person: DraftPerson, index: number) =>
    (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      const to = index + by;
      if (event.altKey && by !== 0 && to >= 0 && to < chosen.length) {
        event.preventDefault();
        setMoved({ id: person.id });
        onMove(person, to);
      } else if (event.key === 'Delete') {
        const next = chosen[index + 1] ?? chosen[index - 1];
        if (next) setMoved({ id: next.id });
        onRemove(person);
      }
    };
  return (
    <ol ref={list} style={{ listStyle: 'none', margin: 0, padding: 0, maxHeight: 420, overflowY: 'auto' }}>
      {chosen.map((person, index) => (
        <li
          key={person.id}
          data-chosen={person.id}
          tabIndex={0}
          draggable
          className="chosen-person"
          onKeyDown={keysFor(person, index)}
          onDragStart={() => {
            setDragged(person);
          }}
          onDragOver={(event) => {
            event.preventDefault();
          }}
          onDrop={() => {
            if (dragged && dragged.id !== person.id) onMove(dragged, index);
            setDragged(null);
          }}
        >
          <ChosenPerson person={person} index={index} count={chosen.length} onRemove={onRemove} onMove={onMove} />
          {papers && <AtHand asked={papers.required} kept={papers.atHand.get(person.id) ?? []} />}
        </li>
      ))}
    </ol>
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

function ChosenPerson({
  person,
  index,
  count,
  onRemove,
  onMove,
}: Moves & { person: DraftPerson; index: number; count: number }) {
  const { t } = useTranslation();
  const { fullName: name } = person;
  const button = (label: string, Icon: typeof IconX, act: () => void, off = false) => (
    <ActionIcon variant="subtle" color="gray.8" aria-label={label} disabled={off} onClick={act}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
  return (
    <Group gap={4} wrap="nowrap">
      <IconGripVertical aria-hidden color="#5f5a54" size={16} style={{ cursor: 'grab', flexShrink: 0 }} />
      <Text style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {index + 1}. {name}
      </Text>
      {button(t('nominate.up', { name }), IconArrowUp, () => onMove(person, index - 1), index === 0)}
      {button(t('nominate.down', { name }), IconArrowDown, () => onMove(person, index + 1), index === count - 1)}
      {button(t('nominate.remove', { name }), IconX, () => onRemove(person))}
    </Group>
  );
}
