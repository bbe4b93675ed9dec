import { Anchor, Button, Checkbox, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { Dialog, fieldError } from '../../components/dialog';
import { type Room, useRooms, useSaveRoom } from './api';
import { wholeList } from '../../components/whole-list';

const FIELDS = ['venue', 'name', 'capacity', 'equipment'];

/** Venues and rooms: what the board keeps for its classes. */
export function RoomsAdmin() {
  const { t } = useTranslation();
  const rooms = useRooms();
  const [open, setOpen] = useState<Room | 'new' | null>(null);
  return (
    <Stack>
      <Group justify="flex-end">
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('rooms.add')}
        </Button>
      </Group>
      <DataTable<Room>
        label={t('rooms.title')}
        list={wholeList(rooms)}
        empty={{ title: t('rooms.none'), hint: t('rooms.noneHint') }}
        columns={[
          {
            label: t('rooms.name'),
            title: true,
            render: (room) =>
              room.canEdit ? (
                <Anchor
                  component="button"
                  type="button"
                  ta="left"
                  fw={600}
                  onClick={() => {
                    setOpen(room);
                  }}
                >
                  {room.name}
                </Anchor>
              ) : (
                room.name
              ),
          },
          { label: t('rooms.venue'), render: ({ venue }) => [venue.name, venue.address].filter(Boolean).join(', ') },
          { label: t('rooms.capacity'), render: ({ capacity }) => String(capacity) },
          { label: t('rooms.equipment'), render: ({ equipment }) => equipment.join(', ') || '—' },
          { label: t('rooms.state'), render: ({ closed }) => (closed ? t('rooms.closed') : t('rooms.inUse')) },
        ]}
      />
      {open && (
        <RoomDialog
          {...(open !== 'new' && { room: open })}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Stack>
  );
}

function RoomDialog({ room, onClose }: { room?: Room; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveRoom();
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
        <TextInput
          label={t('rooms.venue')}
          description={t('rooms.venueHint')}
          value={draft.venue}
          error={fieldError(save.error, 'venue')}
          onChange={({ currentTarget }) => {
            set({ venue: currentTarget.value });
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
