import FullCalendar from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import viLocale from '@fullcalendar/react/locales/vi';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import './session-grid.css';
import { Alert, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../../api/problem';
import { notifyDone } from '../../components/notify';
import { checkMove, type FreeSlot, freeSlotsOf, type Session, useMoveSession } from './api';
import { FreeSlots } from './free-slots';

interface Dragged {
  event: { id: string; start: Date | null; end: Date | null };
  revert: () => void;
}

interface Refused {
  session: Session;
  messages: string[];
  slots: FreeSlot[];
}

/** Sessions on a grid of a month or a week, to be dragged and stretched; what clashes is marked while it is dragged. */
export function SessionGrid({
  view,
  day,
  sessions,
  onChoose,
}: {
  view: 'month' | 'week';
  day: string;
  sessions: readonly Session[];
  onChoose: (session: Session) => void;
}) {
  const { i18n, t } = useTranslation();
  const move = useMoveSession();
  const [refused, setRefused] = useState<Refused | null>(null);
  const asked = useRef('');
  const sessionOf = (id: string): Session | undefined => sessions.find((session) => session.id === id);

  const look = (session: Session, start: Date, end: Date): void => {
    const key = `${session.id}${start.toISOString()}${end.toISOString()}`;
    if (asked.current === key) return;
    asked.current = key;
    void checkMove(session, start.toISOString(), end.toISOString()).then(
      ({ clashes, freeSlots }) => {
        if (asked.current !== key) return;
        const messages = clashes.map(({ message }) => message);
        setRefused(messages.length > 0 ? { session, messages, slots: freeSlots } : null);
      },
      () => undefined,
    );
  };
  const store = (session: Session, startsAt: string, endsAt: string, revert: () => void): void => {
    asked.current = '';
    move.mutate(
      { id: session.id, version: session.version, startsAt, endsAt },
      {
        onSuccess: () => {
          setRefused(null);
          notifyDone(t('calendar.moved'));
        },
        onError: (error) => {
          revert();
          const messages = error instanceof Error ? [messageOf(error)] : [];
          setRefused({ session, messages, slots: freeSlotsOf(error) });
        },
      },
    );
  };
  const dropped = ({ event, revert }: Dragged): void => {
    const session = sessionOf(event.id);
    if (!session || !event.start || !event.end) revert();
    else store(session, event.start.toISOString(), event.end.toISOString(), revert);
  };
  return (
    <Stack>
      {refused && (
        <Alert
          color="red"
          variant="light"
          title={t('calendar.clash')}
          withCloseButton
          closeButtonLabel={t('common.close')}
          onClose={() => {
            setRefused(null);
          }}
        >
          {refused.messages.map((message) => (
            <div key={message}>{message}</div>
          ))}
          <FreeSlots
            slots={refused.slots}
            onTake={({ startsAt, endsAt }) => {
              store(refused.session, startsAt, endsAt, () => undefined);
            }}
          />
        </Alert>
      )}
      <FullCalendar
        key={`${view}${day}`}
        plugins={[dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme]}
        locales={[viLocale]}
        locale={i18n.language}
        timeZone="Asia/Ho_Chi_Minh"
        initialView={view === 'week' ? 'timeGridWeek' : 'dayGridMonth'}
        initialDate={day}
        headerToolbar={false}
        height="auto"
        firstDay={1}
        allDaySlot={false}
        slotMinTime="06:00:00"
        slotMaxTime="22:00:00"
        snapDuration="00:30:00"
        dayMaxEvents={6}
        showNonCurrentDates={false}
        editable
        eventResizableFromStart={false}
        eventInteractive
        eventAllow={(span, event) => {
          const session = event ? sessionOf(event.id) : undefined;
          if (session) look(session, span.start, span.end);
          return true;
        }}
        eventDrop={dropped}
        eventResize={dropped}
        eventClick={({ event }) => {
          const session = sessionOf(event.id);
          if (session) onChoose(session);
        }}
        events={sessions.map((session) => ({
          id: session.id,
          start: session.startsAt,
          end: session.endsAt,
          title: [session.subject ?? session.course.title, session.room?.name].filter(Boolean).join(' · '),
          editable: session.canEdit,
          className: refused?.session.id === session.id ? 'session-clash' : 'session',
        }))}
      />
    </Stack>
  );
}
