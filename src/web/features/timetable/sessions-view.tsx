import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../components/states';
import { writeSpan } from '../../i18n/dates';
import { Agenda } from './agenda';
import { type Session, useSessions } from './api';
import { useNames } from './calendar-controls';
import { spanOf } from './calendar-search';
import { GroupGrid } from './group-grid';
import { type Group, groupOf, rowsOf } from './groups';
import { MoveBar } from './move-bar';
import { PrintedSessions } from './printed-sessions';

/** The grid is large and only wide screens have room for it, so it is loaded when it is first shown. */
const SessionGrid = lazy(() => import('./session-grid').then(({ SessionGrid: default_ }) => ({ default: default_ })));

interface Shown {
  view: 'month' | 'week';
  day: string;
  group: Group | undefined;
  /** The only room, lecturer, program or unit to be shown. */
  only: string | undefined;
}

/** The sessions of a month or a week: a grid where there is room for one, else a list. */
export function SessionsView(shown: Shown) {
  const { view, day, group, only } = shown;
  const { t } = useTranslation();
  const span = spanOf(view, day);
  const sessions = useSessions({ ...span, ...(group && only && { [`${group}Id`]: only }) });
  const [chosen, setChosen] = useState<Session | null>(null);
  if (sessions.error) return <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Loading />;
  const items = sessions.data.items;
  return (
    <>
      <Text fw={600} mb="xs">
        {writeSpan(span.from, span.to)}
      </Text>
      {chosen && (
        <MoveBar
          key={chosen.id + String(chosen.version)}
          session={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
      <Layout shown={shown} span={span} sessions={items} onChoose={setChosen} />
      {items.length === 0 && (
        <Text ta="center" c="#5f5a54" mt="sm">
          {t('calendar.none')}
        </Text>
      )}
    </>
  );
}

function Layout({
  shown: { view, day, group, only },
  span,
  sessions,
  onChoose,
}: {
  shown: Shown;
  span: { from: string; to: string };
  sessions: readonly Session[];
  onChoose: (session: Session) => void;
}) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', window.innerWidth < 768);
  const names = useNames(group);
  const theOnly = (only !== undefined && names.find(({ key }) => key === only)) || null;
  const ofUnit = group === 'unit' ? theOnly : null;
  if (!group) {
    return (
      <>
        <div className="no-print">
          {narrow ? (
            <Agenda sessions={sessions} onChoose={onChoose} />
          ) : (
            <Suspense fallback={<Loading />}>
              <SessionGrid view={view} day={day} sessions={sessions} onChoose={onChoose} />
            </Suspense>
          )}
        </div>
        <PrintedSessions sessions={sessions} />
      </>
    );
  }
  if (narrow) {
    return rowsOf(sessions, (session) => ofUnit ?? groupOf(session, group), t(`calendar.without.${group}`)).map(
      ({ key, label, items }) => (
        <Agenda key={key} title={`${label} (${String(items.length)})`} sessions={items} onChoose={onChoose} />
      ),
    );
  }
  const rows = theOnly
    ? [theOnly]
    : group === 'room' || group === 'lecturer'
      ? names.filter(({ closed }) => !closed)
      : [];
  return (
    <GroupGrid
      view={view}
      group={group}
      span={span}
      sessions={sessions}
      rows={rows}
      only={ofUnit}
      onChoose={onChoose}
    />
  );
}
