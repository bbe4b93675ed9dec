import { Group, MultiSelect, NumberInput, Select, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { useLecturers, useRooms } from '../timetable/api';
import { useUnits } from '../units/api';
import { type PlaceChange, type Proposal, type ScheduleItem, useChangePlace } from './api';

const RHYTHMS = ['working-days', 'week-ends', 'alternate-week-ends'] as const;

/** What the dialog holds: where the class is put, and what is wished for it. */
interface Draft {
  opensOn: string | null;
  roomId: string | null;
  parts: { subject: string; days: number; lecturerIds: string[] | null; lecturerId: string | null }[];
  rhythm: (typeof RHYTHMS)[number];
  from: string;
  to: string;
  wishedOn: string | null;
  needsRoom: boolean;
  audiences: string[];
  unitIds: string[];
}

interface Fields {
  draft: Draft;
  set: (more: Partial<Draft>) => void;
  error: (path: string) => string | undefined;
}

/** Puts a class by hand, or says its length and wishes otherwise. */
export function PlaceDialog({
  proposal,
  item,
  onClose,
}: {
  proposal: Proposal;
  item: ScheduleItem;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const change = useChangePlace(proposal.id);
  const before = draftOf(item);
  const [draft, setDraft] = useState(before);
  const fields: Fields = {
    draft,
    set: (more) => {
      setDraft({ ...draft, ...more });
    },
    error: (path) => fieldError(change.error, path),
  };
  return (
    <Dialog
      opened
      title={t('scheduling.place', { code: item.course.code })}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={change.isPending}
      error={change.error}
      fields={['opensOn', 'from', 'to', 'wishedOn', 'roomId', 'unitIds']}
      onSubmit={() => {
        change.mutate({ courseId: item.course.id, ...changeOf(before, draft) }, { onSuccess: onClose });
      }}
    >
      <PlaceFields {...fields} />
      <PartFields {...fields} />
      <UnitsField {...fields} />
      <WishFields {...fields} groups={[...new Set(proposal.items.flatMap(({ audiences }) => audiences))]} />
    </Dialog>
  );
}

const draftOf = ({
  placement,
  parts,
  rhythm,
  from,
  to,
  wishedOn,
  needsRoom,
  audiences,
  units,
}: ScheduleItem): Draft => ({
  opensOn: placement?.days[0] ?? null,
  roomId: placement?.room?.id ?? null,
  parts: parts.map((part, index) => ({
    ...part,
    subject: part.subject ?? '',
    lecturerId: placement?.lecturers[index]?.id ?? null,
  })),
  rhythm,
  from,
  to,
  wishedOn,
  needsRoom,
  audiences,
  unitIds: units.map(({ id }) => id),
});

/** The place is sent only when it was changed: who sends it locks it. */
function changeOf(before: Draft, { opensOn, roomId, parts, ...wishes }: Draft): PlaceChange {
  const lecturerIds = parts.map(({ lecturerId }) => lecturerId);
  const moved =
    opensOn !== before.opensOn ||
    roomId !== before.roomId ||
    lecturerIds.some((id, index) => id !== before.parts[index]?.lecturerId);
  return {
    ...wishes,
    parts: parts.map(({ subject, days, lecturerIds: able }) => ({ subject: subject || null, days, lecturerIds: able })),
    ...(moved && opensOn !== null && { opensOn, roomId, lecturerIds: lecturerIds as string[] }),
  };
}

function PlaceFields({ draft, set, error }: Fields) {
  const { t } = useTranslation();
  const rooms = useRooms();
  return (
    <>
      <DateField
        label={t('scheduling.opensOn')}
        description={t('scheduling.opensOnExplained')}
        clearable
        value={draft.opensOn}
        onChange={(opensOn) => {
          set({ opensOn });
        }}
        error={error('opensOn')}
      />
      <Select
        label={t('scheduling.room')}
        clearable
        searchable
        value={draft.roomId}
        onChange={(roomId) => {
          set({ roomId });
        }}
        error={error('roomId')}
        data={
          rooms.data?.items.map(({ id, name, venue, capacity }) => ({
            value: id,
            label: t('scheduling.roomOf', { name, venue: venue.name, capacity }),
          })) ?? []
        }
      />
    </>
  );
}

/** Whose harvests and congresses are to be minded. */
function UnitsField({ draft, set, error }: Fields) {
  const { t } = useTranslation();
  const units = useUnits();
  return (
    <MultiSelect
      label={t('scheduling.units')}
      description={t('scheduling.unitsExplained')}
      searchable
      clearable
      value={draft.unitIds}
      onChange={(unitIds) => {
        set({ unitIds });
      }}
      error={error('unitIds')}
      data={units.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
    />
  );
}

function PartFields({ draft, set }: Fields) {
  const { t } = useTranslation();
  const lecturers = useLecturers();
  const people = lecturers.data?.items.map(({ id, fullName }) => ({ value: id, label: fullName })) ?? [];
  return (
    <Stack gap="xs">
      {draft.parts.map((part, index) => {
        const change = (more: Partial<typeof part>): void => {
          set({ parts: draft.parts.map((one, place) => (place === index ? { ...one, ...more } : one)) });
        };
        return (
          <Group key={index} align="flex-end" gap="xs">
            <TextInput
              label={t('scheduling.subject')}
              style={{ flex: '2 1 160px' }}
              value={part.subject}
              onChange={({ currentTarget }) => {
                change({ subject: currentTarget.value });
              }}
            />
            <NumberInput
              label={t('scheduling.length')}
              style={{ flex: '1 1 80px' }}
              min={1}
              max={200}
              allowDecimal={false}
              value={part.days}
              onChange={(days) => {
                change({ days: Number(days) || 1 });
              }}
            />
            <Select
              label={t('scheduling.lecturer')}
              style={{ flex: '2 1 160px' }}
              clearable
              searchable
              value={part.lecturerId}
              onChange={(lecturerId) => {
                change({ lecturerId });
              }}
              data={people}
            />
          </Group>
        );
      })}
    </Stack>
  );
}

function WishFields({ draft, set, error, groups }: Fields & { groups: string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('scheduling.rhythm')}
        allowDeselect={false}
        value={draft.rhythm}
        data={RHYTHMS.map((value) => ({ value, label: t(`scheduling.rhythms.${value}`) }))}
        onChange={(rhythm) => {
          if (rhythm) set({ rhythm });
        }}
      />
      <Group grow align="flex-start">
        <DateField
          label={t('scheduling.from')}
          value={draft.from}
          onChange={(from) => {
            if (from) set({ from });
          }}
          error={error('from')}
        />
        <DateField
          label={t('scheduling.to')}
          value={draft.to}
          onChange={(to) => {
            if (to) set({ to });
          }}
          error={error('to')}
        />
      </Group>
      <DateField
        label={t('scheduling.wishedOn')}
        clearable
        value={draft.wishedOn}
        onChange={(wishedOn) => {
          set({ wishedOn });
        }}
        error={error('wishedOn')}
      />
      <TagsInput
        label={t('scheduling.audiences')}
        description={t('scheduling.audiencesExplained')}
        maxTags={10}
        value={draft.audiences}
        data={groups}
        onChange={(audiences) => {
          set({ audiences });
        }}
      />
      <Switch
        label={t('scheduling.needsRoom')}
        checked={draft.needsRoom}
        onChange={({ currentTarget }) => {
          set({ needsRoom: currentTarget.checked });
        }}
      />
    </>
  );
}
