import { Autocomplete, Checkbox, NumberInput, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { EditableList } from '../../components/editable-list';
import { wholeList } from '../../components/whole-list';
import { type Room, useRemoveRoom, useRooms, useSaveRoom, useVenues } from './api';
import { VenuesAdmin } from './venues-admin';

const FIELDS = ['venue', 'name', 'capacity', 'equipment'];

/** Rooms and the venues they lie in: what the board keeps for its classes. */
export function RoomsAdmin() {
  const { t } = useTranslation();
  const rooms = useRooms();
  const remove = useRemoveRoom();
  return (
    <Stack>
      <EditableList<Room>
        label={t('rooms.title')}
        nameLabel={t('rooms.name')}
        addLabel={t('rooms.add')}
        list={wholeList(rooms)}
        empty={{ title: t('rooms.none'), hint: t('rooms.noneHint') }}
        columns={[
          { label: t('rooms.venue'), render: ({ venue }) => [venue.name, venue.address].filter(Boolean).join(', ') },
          { label: t('rooms.capacity'), render: ({ capacity }) => String(capacity) },
          { label: t('rooms.equipment'), render: ({ equipment }) => equipment.join(', ') || '—' },
          { label: t('rooms.state'), render: ({ closed }) => (closed ? t('rooms.closed') : t('rooms.inUse')) },
        ]}
        dialog={(room, onClose) => <RoomDialog {...(room && { room })} onClose={onClose} />}
        remove={{ title: ({ name }) => t('rooms.removeOf', { name }), what: t('rooms.removeWhat'), mutation: remove }}
      />
      <Title order={3}>{t('venues.title')}</Title>
      <VenuesAdmin />
    </Stack>
  );
}

function RoomDialog({ room, onClose }: { room?: Room; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveRoom();
  const venues = useVenues();
  const [draft, setDraft] = useState({
    venue: room?.venue.name ?? '',
    name: room?.name ?? '',
    capacity: room?.capacity ?? 50,
    equipment: room?.equipment.join(', ') ?? '',
    closed: room?.closed ?? false,
  });
  const set = (change: Partial<typeof draft>): void => {
    setDraft((before) => ({ ...before, ...change }));
  };
  const submit = (): void => {
    const { venue, equipment, closed, ...rest } = draft;
    const things = equipment
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    const about = { ...rest, equipment: things };
    save.mutate(
      room ? { ...about, id: room.id, version: room.version, closed } : { ...about, ...(venue.trim() && { venue }) },
      {
        onSuccess: onClose,
      },
    );
  };
  return (
    <Dialog
      opened
      title={room ? t('rooms.change') : t('rooms.add')}
      onClose={onClose}
      onSubmit={submit}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={FIELDS}
    >
      {!room && (
        <Autocomplete
          label={t('rooms.venue')}
          description={t('rooms.venueHint')}
          data={(venues.data?.items ?? []).map(({ name }) => name)}
          value={draft.venue}
          error={fieldError(save.error, 'venue')}
          onChange={(venue) => {
            set({ venue });
          }}
        />
      )}
      <TextInput
        label={t('rooms.name')}
        required
        value={draft.name}
        error={fieldError(save.error, 'name')}
        onChange={({ currentTarget }) => {
          set({ name: currentTarget.value });
        }}
      />
      <NumberInput
        label={t('rooms.capacity')}
        required
        min={1}
        max={5000}
        value={draft.capacity}
        error={fieldError(save.error, 'capacity')}
        onChange={(value) => {
          set({ capacity: Number(value) });
        }}
      />
      <TextInput
        label={t('rooms.equipment')}
        description={t('rooms.equipmentHint')}
        value={draft.equipment}
        error={fieldError(save.error, 'equipment')}
        onChange={({ currentTarget }) => {
          set({ equipment: currentTarget.value });
        }}
      />
      {room && (
        <Checkbox
          label={t('rooms.closed')}
          checked={draft.closed}
          onChange={({ currentTarget }) => {
            set({ closed: currentTarget.checked });
          }}
        />
      )}
    </Dialog>
  );
}
