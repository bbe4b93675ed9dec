import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconRepeat, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { Dialog } from '../../components/dialog';
import { writeDate } from '../../i18n/dates';
import type { Course } from '../courses/api';
import { type Session, useCourseSessions, useRemoveSession } from './api';
import { PatternDialog } from './pattern-dialog';
import { SessionDialog } from './session-dialog';
import { wholeList } from '../../components/whole-list';
import { clockOf, dayOf, weekdayOf } from './times';

type Open = { what: 'add' | 'pattern' } | { what: 'edit' | 'remove'; session: Session } | null;

/** The sessions of a class, and what the board does with them. */
export function CourseTimetable({ course }: { course: Course }) {
  const { t, i18n } = useTranslation();
  const sessions = useCourseSessions(course.id);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
  };
  return (
    <Stack>
      {course.can.edit && (
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconRepeat size={18} aria-hidden />}
            onClick={() => {
              setOpen({ what: 'pattern' });
            }}
          >
            {t('timetable.byRule')}
          </Button>
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              setOpen({ what: 'add' });
            }}
          >
            {t('timetable.add')}
          </Button>
        </Group>
      )}
      <DataTable<Session>
        label={t('timetable.title')}
        list={wholeList(sessions)}
        empty={{ title: t('timetable.none'), hint: course.can.edit ? t('timetable.noneHint') : '' }}
        columns={[
          {
            label: t('timetable.when'),
            title: true,
            render: ({ startsAt, endsAt }) => (
              <Text fw={600}>
                {weekdayOf(dayOf(startsAt), i18n.language)}, {writeDate(dayOf(startsAt))}, {clockOf(startsAt)}–
                {clockOf(endsAt)}
              </Text>
            ),
          },
          { label: t('timetable.subject'), render: ({ subject }) => subject ?? '—' },
          { label: t('timetable.room'), render: ({ room }) => (room ? `${room.name}, ${room.venue}` : '—') },
          { label: t('timetable.lecturer'), render: ({ lecturer }) => lecturer?.fullName ?? '—' },
          { label: t('timetable.notes'), render: (session) => <Warnings {...session} /> },
          {
            label: '',
            render: (session) =>
              session.canEdit && (
                <RowButtons
                  session={session}
                  open={setOpen}
                  when={`${writeDate(dayOf(session.startsAt))} ${clockOf(session.startsAt)}`}
                />
              ),
          },
        ]}
      />
      {open?.what === 'add' && <SessionDialog courseId={course.id} firstDay={course.startsOn} onClose={close} />}
      {open?.what === 'edit' && (
        <SessionDialog courseId={course.id} firstDay={course.startsOn} session={open.session} onClose={close} />
      )}
      {open?.what === 'pattern' && <PatternDialog course={course} onClose={close} />}
      {open?.what === 'remove' && <RemoveDialog session={open.session} onClose={close} />}
    </Stack>
  );
}

/** What the board should know of a session. */
function Warnings({ warnings, blackout }: Pick<Session, 'warnings' | 'blackout'>) {
  const { t } = useTranslation();
  if (warnings.length === 0) return '—';
  return (
    <Group gap={4}>
      {warnings.map((warning) => (
        <Badge key={warning} variant="outline" c="#7a4a00" color="orange.9" tt="none">
          {warning === 'blackout' && blackout
            ? t('timetable.blackoutOf', { ...blackout })
            : t(`timetable.warning.${warning}`)}
        </Badge>
      ))}
    </Group>
  );
}

function RowButtons({ session, open, when }: { session: Session; open: (what: Open) => void; when: string }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        size="lg"
        variant="subtle"
        aria-label={t('timetable.changeOf', { when })}
        onClick={() => {
          open({ what: 'edit', session });
        }}
      >
        <IconPencil size={20} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="lg"
        variant="subtle"
        aria-label={t('timetable.removeOf', { when })}
        onClick={() => {
          open({ what: 'remove', session });
        }}
      >
        <IconTrash size={20} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

function RemoveDialog({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveSession();
  return (
    <Dialog
      opened
      danger
      title={t('timetable.remove')}
      onClose={onClose}
      onSubmit={() => {
        remove.mutate(session.id, { onSuccess: onClose });
      }}
      submitLabel={t('timetable.remove')}
      busy={remove.isPending}
      error={remove.error}
    >
      <Text>
        {t('timetable.removeWhat', {
          date: writeDate(dayOf(session.startsAt)),
          from: clockOf(session.startsAt),
          until: clockOf(session.endsAt),
        })}
      </Text>
    </Dialog>
  );
}
