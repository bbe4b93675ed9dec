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
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place, Session } from './api';
import { ClashNote } from './clash-note';
import { type Trial, useTrial } from './trial';

interface Dragged {
  event: { id: string; start: Date | null; end: Date | null };
  revert: () => void;
}

const PLUGINS = [dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme];
const LOCALES = [viLocale];
const classOf = ({ isMirror }: { isMirror: boolean }): string => (isMirror ? 'session session-moving' : 'session');

/** Sessions on a grid of a month or a week, to be dragged and stretched; what clashes is marked while it is dragged. */
export function SessionGrid(props: Omit<GridProps, 'look' | 'store' | 'leave'>) {
  const trial = useTrial();
  const { trouble, look, store, leave } = trial;
  return (
    <div className="session-grid" data-clash={(trouble && !trouble.refused) || undefined}>
      <Grid {...props} look={look} store={store} leave={leave} />
      <ClashNote trial={trial} />
    </div>
  );
}

interface GridProps extends Pick<Trial, 'look' | 'store' | 'leave'> {
  view: 'month' | 'week';
  day: string;
  sessions: readonly Session[];
  onChoose: (session: Session) => void;
}

/**
 * The calendar of the library. It must not be drawn anew during a drag: with a new option or list of events it takes
 * itself for another calendar and what is dropped for something from elsewhere, and tells nobody.
 */
const Grid = memo(function Grid({ view, day, sessions, onChoose, look, store, leave }: GridProps) {
  const { i18n } = useTranslation();
  const sessionOf = (id: string): Session | undefined => sessions.find((session) => session.id === id);
  const dropped = ({ event, revert }: Dragged): void => {
    const session = sessionOf(event.id);
    if (!session || !event.start || !event.end) revert();
    else store(session, placeOf(event.start, event.end), revert);
  };
  return (
    <FullCalendar
      key={`${view}${day}`}
      plugins={PLUGINS}
      locales={LOCALES}
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
      eventClass={classOf}
      eventAllow={(span, event) => {
        const session = event ? sessionOf(event.id) : undefined;
        if (session) look(session, placeOf(span.start, span.end));
        return true;
      }}
      eventDragStop={leave}
      eventResizeStop={leave}
      eventDrop={dropped}
      eventResize={dropped}
      eventClick={({ event }) => {
        const session = sessionOf(event.id);
        if (session) onChoose(session);
      }}
      events={sessions.map(eventOf)}
    />
  );
});

const placeOf = (start: Date, end: Date): Place => ({ startsAt: start.toISOString(), endsAt: end.toISOString() });

const eventOf = ({ id, startsAt, endsAt, subject, course, room, canEdit }: Session) => ({
  id,
  start: startsAt,
  end: endsAt,
  title: [subject ?? course.title, room?.name].filter(Boolean).join(' · '),
  editable: canEdit,
});
