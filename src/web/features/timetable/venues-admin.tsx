import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { EditableList } from '../../components/editable-list';
import { wholeList } from '../../components/whole-list';
import { useRemoveVenue, useRooms, useSaveVenue, useVenues, type Venue } from './api';

/** Venues: named anew when the house is, taken away once no room lies in them. */
export function VenuesAdmin() {
  const { t } = useTranslation();
  const venues = useVenues();
  const rooms = useRooms();
  const remove = useRemoveVenue();
  const roomsOf = (venueId: string): number =>
    rooms.data?.items.filter(({ venue }) => venue.id === venueId).length ?? 0;
  return (
    <EditableList<Venue>
      label={t('venues.title')}
      nameLabel={t('venues.name')}
      addLabel={t('venues.add')}
      list={wholeList(venues)}
      empty={{ title: t('venues.none'), hint: t('venues.noneHint') }}
      columns={[
        { label: t('venues.address'), render: ({ address }) => address ?? '—' },
        { label: t('venues.rooms'), render: ({ id }) => String(roomsOf(id)) },
        { label: t('venues.keeper'), render: ({ unit }) => unit.name },
      ]}
      dialog={(venue, onClose) => <VenueDialog {...(venue && { venue })} onClose={onClose} />}
      remove={{ title: ({ name }) => t('venues.removeOf', { name }), what: t('venues.removeWhat'), mutation: remove }}
    />
  );
}

function VenueDialog({ venue, onClose }: { venue?: Venue; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveVenue();
  const [draft, setDraft] = useState({ name: venue?.name ?? '', address: venue?.address ?? '' });
  return (
    <Dialog
      opened
      title={venue ? t('venues.change') : t('venues.add')}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={save.isPending}
      error={save.error}
      fields={['name', 'address']}
      onSubmit={() => {
        save.mutate({ ...draft, ...(venue && { id: venue.id, version: venue.version }) }, { onSuccess: onClose });
      }}
    >
      {(['name', 'address'] as const).map((field) => (
        <TextInput
          key={field}
          label={t(`venues.${field}`)}
          required={field === 'name'}
          value={draft[field]}
          error={fieldError(save.error, field)}
          onChange={({ currentTarget }) => {
            setDraft({ ...draft, [field]: currentTarget.value });
          }}
        />
      ))}
    </Dialog>
  );
}
