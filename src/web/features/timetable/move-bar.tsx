import { Button, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../api/problem';
import { notifyDone } from '../../components/notify';
import { writeDate } from '../../i18n/dates';
import { checkMove, type FreeSlot, type Session, useMoveSession } from './api';
import { FreeSlots } from './free-slots';
import { clockOf, dayOf, plus } from './times';

const DAY = 24 * 60;
const STEP = 30;
/** What each key does to beginning and end, in minutes; with Shift up and down move the end alone. */
const KEYS: Readonly<Record<string, [start: number, end: number]>> = {
  ArrowLeft: [-DAY, -DAY],
  ArrowRight: [DAY, DAY],
  ArrowUp: [-STEP, -STEP],
  ArrowDown: [STEP, STEP],
  'Shift+ArrowUp': [0, -STEP],
  'Shift+ArrowDown': [0, STEP],
};

/** Moves or stretches the chosen session without a mouse: arrows move it, Enter stores, Escape leaves it as it was. */
export function MoveBar({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useMoveSession();
  const bar = useRef<HTMLDivElement>(null);
  const [time, setTime] = useState({ startsAt: session.startsAt, endsAt: session.endsAt });
  const found = useCheck(session, time);
  useEffect(() => bar.current?.focus(), []);
  const store = (): void => {
    move.mutate(
      { id: session.id, version: session.version, ...time },
      {
        onSuccess: () => {
          notifyDone(t('calendar.moved'));
          onClose();
        },
      },
    );
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const shift = KEYS[`${event.shiftKey ? 'Shift+' : ''}${event.key}`];
    if (event.key === 'Escape') onClose();
    if (event.target !== bar.current || !session.canEdit) return;
    if (event.key === 'Enter') store();
    if (!shift) return;
    event.preventDefault();
    const next = { startsAt: plus(time.startsAt, shift[0]), endsAt: plus(time.endsAt, shift[1]) };
    if (next.endsAt > next.startsAt) setTime(next);
  };
  const when = `${writeDate(dayOf(time.startsAt))}, ${clockOf(time.startsAt)}–${clockOf(time.endsAt)}`;
  return (
    <Card
      withBorder
      mb="md"
      ref={bar}
      tabIndex={0}
      role="group"
      aria-label={t('calendar.moving')}
      onKeyDown={onKeyDown}
      className="no-print"
    >
      <Text fw={600}>{session.subject ? `${session.subject} – ${session.course.title}` : session.course.title}</Text>
      <Text>{[session.room?.name, session.lecturer?.fullName].filter(Boolean).join(' · ')}</Text>
      <Text aria-live="polite">{when}</Text>
      {found.clashes.map((message) => (
        <Text key={message} c="son.7" role="alert">
          {message}
        </Text>
      ))}
      {move.error && <Text c="son.7">{messageOf(move.error)}</Text>}
      <FreeSlots
        slots={found.slots}
        onTake={({ startsAt, endsAt }) => {
          setTime({ startsAt, endsAt });
        }}
      />
      {session.canEdit && (
        <Text fz="sm" c="#5f5a54" mt="xs">
          {t('calendar.keys')}
        </Text>
      )}
      <Group mt="sm">
        {session.canEdit && (
          <Button
            onClick={store}
            loading={move.isPending}
            disabled={time.startsAt === session.startsAt && time.endsAt === session.endsAt}
          >
            {t('calendar.store')}
          </Button>
        )}
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: session.courseId }} {...props} />}
        >
          {t('calendar.openCourse')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common.close')}
        </Button>
      </Group>
    </Card>
  );
}

const NOTHING: { clashes: string[]; slots: FreeSlot[] } = { clashes: [], slots: [] };

/** What the server says of a session at a time, a moment after the time was last changed. */
function useCheck(session: Session, { startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const [found, setFound] = useState(NOTHING);
  const unmoved = !session.canEdit || (startsAt === session.startsAt && endsAt === session.endsAt);
  useEffect(() => {
    if (unmoved) return;
    let wanted = true;
    const soon = setTimeout(() => {
      checkMove(session, { startsAt, endsAt })
        .then(({ clashes, freeSlots }) => {
          if (wanted) setFound({ clashes: clashes.map(({ message }) => message), slots: freeSlots });
        })
        .catch((error: unknown) => {
          if (wanted) setFound({ clashes: [messageOf(error)], slots: [] });
        });
    }, 150);
    return () => {
      wanted = false;
      clearTimeout(soon);
    };
  }, [session, startsAt, endsAt, unmoved]);
  return unmoved ? NOTHING : found;
}
