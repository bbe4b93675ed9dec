import { ActionIcon, Alert, Button, Group, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/dialog';
import { ExportButton } from '../../components/export-button';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import type { Course } from '../courses/api';
import { type AttendanceSession, type CourseAttendance, useCourseAttendance } from './api';
import { AttendanceGrid } from './attendance-grid';
import { shortWhen, useSessionText } from './session-text';
import { SheetEditor } from './sheet-editor';

/** Who of a class was at which session: marked session by session, and seen as a whole. */
export function AttendanceTab({ course }: { course: Course }) {
  const { t } = useTranslation();
  const attendance = useCourseAttendance(course.id);
  if (attendance.error) return <ErrorState error={attendance.error} retry={() => void attendance.refetch()} />;
  if (!attendance.data) return <Loading />;
  const { sessions, minimum } = attendance.data;
  if (sessions.length === 0)
    return (
      <EmptyState title={t('attendance.noSessions')}>
        {course.can.edit ? t('attendance.noSessionsHint') : t('attendance.noSessionsRead')}
      </EmptyState>
    );
  return (
    <Stack>
      <Group justify="space-between">
        <Text fz="sm" c="#5f5a54" style={{ flex: '1 1 260px' }}>
          {minimum === null ? t('attendance.noMinimum') : t('attendance.minimum', { minimum })}
        </Text>
        <Group gap="xs">
          <Button
            component="a"
            href={`/api/v1/courses/${course.id}/attendance/export?blank=true`}
            download
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
          >
            {t('attendance.blank')}
          </Button>
          <ExportButton path={`/courses/${course.id}/attendance/export`} />
        </Group>
      </Group>
      {attendance.data.mayRecord ? (
        <Recording attendance={attendance.data} />
      ) : (
        <AttendanceGrid attendance={attendance.data} />
      )}
    </Stack>
  );
}

/** The session that waits for its sheet; else the last that was held, else the first. */
const firstToDo = (sessions: readonly AttendanceSession[]): string => {
  const begun = sessions.filter((session) => session.begun);
  return (begun.find(({ open }) => open > 0) ?? begun.at(-1) ?? sessions[0])?.id ?? '';
};

/** What is asked before marks that are not kept yet are left behind. */
type Leaving = { to: string } | { view: 'sheet' | 'whole' } | null;

function Recording({ attendance }: { attendance: CourseAttendance }) {
  const { t } = useTranslation();
  const { sessions } = attendance;
  const [view, setView] = useState<'sheet' | 'whole'>('sheet');
  const [sessionId, setSessionId] = useState(() => firstToDo(sessions));
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState<Leaving>(null);
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });
  const go = (where: NonNullable<Leaving>): void => {
    setLeaving(null);
    if ('view' in where) setView(where.view);
    else {
      setSessionId(where.to);
      setView('sheet');
    }
  };
  const ask = (where: NonNullable<Leaving>): void => {
    if (dirty) setLeaving(where);
    else go(where);
  };
  const session = sessions.find(({ id }) => id === sessionId) ?? sessions[0];
  return (
    <>
      <SegmentedControl
        w="fit-content"
        size="md"
        aria-label={t('attendance.title')}
        value={view}
        data={[
          { value: 'sheet', label: t('attendance.bySession') },
          { value: 'whole', label: t('attendance.whole') },
        ]}
        onChange={(value) => {
          ask({ view: value as 'sheet' | 'whole' });
        }}
      />
      {view === 'whole' && (
        <AttendanceGrid
          attendance={attendance}
          onSession={(to) => {
            ask({ to });
          }}
        />
      )}
      {view === 'sheet' && session && (
        <>
          <SessionPicker
            sessions={sessions}
            session={session}
            onPick={(to) => {
              ask({ to });
            }}
          />
          {session.begun ? (
            <SheetEditor key={session.id} sessionId={session.id} onDirty={setDirty} />
          ) : (
            <EmptyState title={t('attendance.notBegun')}>{t('attendance.notBegunHint')}</EmptyState>
          )}
        </>
      )}
      {leaving && (
        <LeavingDialog
          stay={() => {
            setLeaving(null);
          }}
          leave={() => {
            setDirty(false);
            go(leaving);
          }}
        />
      )}
      {blocker.status === 'blocked' && <LeavingDialog stay={blocker.reset} leave={blocker.proceed} />}
    </>
  );
}

/** Asks before marks that are not kept yet are lost. */
function LeavingDialog({ stay, leave }: { stay: () => void; leave: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      opened
      danger
      title={t('attendance.leave')}
      submitLabel={t('attendance.leaveYes')}
      busy={false}
      error={null}
      onClose={stay}
      onSubmit={leave}
    >
      <Alert color="yellow">{t('attendance.leaveSure')}</Alert>
    </Dialog>
  );
}

function SessionPicker({
  sessions,
  session,
  onPick,
}: {
  sessions: readonly AttendanceSession[];
  session: AttendanceSession;
  onPick: (id: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const when = useSessionText();
  const at = sessions.indexOf(session);
  const state = ({ begun, open, apologies }: AttendanceSession): string => {
    if (!begun && apologies > 0) return t('attendance.apology.count', { count: apologies });
    if (!begun) return t('attendance.toCome');
    return open > 0 ? t('attendance.lacks', { count: open }) : t('attendance.complete');
  };
  const step = (by: -1 | 1, label: string, Icon: typeof IconChevronLeft) => (
    <ActionIcon
      variant="default"
      size={48}
      aria-label={label}
      disabled={!sessions[at + by]}
      onClick={() => {
        onPick(sessions[at + by]?.id ?? session.id);
      }}
    >
      <Icon size={22} aria-hidden />
    </ActionIcon>
  );
  return (
    <div>
      <Group wrap="nowrap" gap="xs" align="flex-end">
        {step(-1, t('attendance.before'), IconChevronLeft)}
        <NativeSelect
          style={{ flex: '1 1 auto', maxWidth: 560, minWidth: 0 }}
          size="md"
          label={t('attendance.session')}
          value={session.id}
          data={sessions.map((one) => ({
            value: one.id,
            label: `${shortWhen(one, i18n.language)} · ${state(one)}`,
          }))}
          onChange={({ currentTarget }) => {
            onPick(currentTarget.value);
          }}
        />
        {step(1, t('attendance.after'), IconChevronRight)}
      </Group>
      <Text fz="sm" mt={6} style={{ overflowWrap: 'anywhere' }}>
        {[when(session), session.subject].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
