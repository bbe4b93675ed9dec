import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { freeSlotsOf, type Session, useLecturers, useRooms, useSaveSession } from './api';
import { FreeSlots } from './free-slots';
import { clockOf, dayOf, instantOf } from './times';

const FIELDS = ['endsAt', 'subject', 'smallRoomReason'];

/** Lays a session of a class, or changes one; a clash is named, and the nearest free times are one click away. */
export function SessionDialog({
  courseId,
  firstDay,
  session,
  onClose,
}: {
  courseId: string;
  firstDay: string;
  session?: Session;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const save = useSaveSession(courseId);
  const [draft, setDraft] = useState({
    day: session ? dayOf(session.startsAt) : firstDay,
    from: session ? clockOf(session.startsAt) : '07:30',
    until: session ? clockOf(session.endsAt) : '11:30',
    roomId: session?.room?.id ?? null,
    lecturerId: session?.lecturer?.id ?? null,
    subject: session?.subject ?? '',
    smallRoomReason: session?.smallRoomReason ?? '',
  });
  const set = (change: Partial<typeof draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const small = save.error instanceof ApiProblem && save.error.problem.code === 'small-room';
  const submit = (): void => {
    const { day, from, until, subject, smallRoomReason, ...things } = draft;
    save.mutate(
      {
        ...(session && { id: session.id, version: session.version }),
        ...things,
        startsAt: instantOf(day, from),
        endsAt: instantOf(day, until),
        subject: subject.trim() || null,
        smallRoomReason: smallRoomReason.trim() || null,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      opened
      title={session ? t('timetable.change') : t('timetable.add')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={FIELDS}
    >
      <DateField
        label={t('timetable.day')}
        required
        value={draft.day}
        onChange={(day) => {
          set({ day: day ?? draft.day });
        }}
      />
      <Group grow align="flex-start">
        <Clock
          label={t('timetable.from')}
          value={draft.from}
          onChange={(from) => {
            set({ from });
          }}
        />
        <Clock
          label={t('timetable.until')}
          value={draft.until}
          error={fieldError(save.error, 'endsAt')}
          onChange={(until) => {
            set({ until });
          }}
        />
      </Group>
      <TextInput
        label={t('timetable.subject')}
        value={draft.subject}
        error={fieldError(save.error, 'subject')}
        onChange={({ currentTarget }) => {
          set({ subject: currentTarget.value });
        }}
      />
      <ThingFields {...draft} onChange={set} />
      {(small || draft.smallRoomReason !== '') && (
        <TextInput
          label={t('timetable.smallRoomReason')}
          value={draft.smallRoomReason}
          error={fieldError(save.error, 'smallRoomReason')}
          onChange={({ currentTarget }) => {
            set({ smallRoomReason: currentTarget.value });
          }}
        />
      )}
      <FreeSlots
        slots={freeSlotsOf(save.error)}
        onTake={({ startsAt, endsAt }) => {
          set({ day: dayOf(startsAt), from: clockOf(startsAt), until: clockOf(endsAt) });
          save.reset();
        }}
      />
    </Dialog>
  );
}

/** A time of day. */
export function Clock({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      type="time"
      required
      label={label}
      value={value}
      error={error}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}

/** Room and lecturer to choose from those in use. */
export function ThingFields({
  roomId,
  lecturerId,
  onChange,
}: {
  roomId: string | null;
  lecturerId: string | null;
  onChange: (change: { roomId: string | null } | { lecturerId: string | null }) => void;
}) {
  const { t } = useTranslation();
  const rooms = useRooms();
  const lecturers = useLecturers();
  return (
    <>
      <Select
        label={t('timetable.room')}
        clearable
        searchable
        data={(rooms.data?.items ?? [])
          .filter(({ closed, id }) => !closed || id === roomId)
          .map(({ id, name, venue, capacity }) => ({
            value: id,
            label: t('timetable.roomOption', { name, venue: venue.name, capacity }),
          }))}
        value={roomId}
        onChange={(value) => {
          onChange({ roomId: value });
        }}
      />
      <Select
        label={t('timetable.lecturer')}
        clearable
        searchable
        data={(lecturers.data?.items ?? [])
          .filter(({ closed, id }) => !closed || id === lecturerId)
          .map(({ id, fullName }) => ({ value: id, label: fullName }))}
        value={lecturerId}
        onChange={(value) => {
          onChange({ lecturerId: value });
        }}
      />
    </>
  );
}
