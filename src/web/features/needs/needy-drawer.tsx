import { Anchor, Drawer, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../components/states';
import { type NeedsFilter, type NeedsRow, type NeedyPerson, useNeedyPeople } from './api';

/** The names behind one number, who is due earliest first, each with the reason in words. */
export function NeedyDrawer({
  filter,
  row,
  onClose,
}: {
  filter: NeedsFilter;
  row: NeedsRow | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const people = useNeedyPeople(filter, row);
  return (
    <Drawer
      opened={row !== null}
      onClose={onClose}
      position="right"
      size="lg"
      title={row ? `${row.unit.name} · ${row.program?.name ?? t(`needs.noProgram.${row.kind}`)}` : ''}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {people.error && <ErrorState error={people.error} retry={() => void people.refetch()} />}
      {row && people.isPending && <Loading />}
      {people.data && (
        <Stack>
          {people.data.items.map((person) => (
            <Person key={`${person.officialId} ${person.asked}`} person={person} numbered />
          ))}
          {people.data.unknown.length > 0 && (
            <>
              <Title order={3} fz="md">
                {t('needs.notRecorded')}
              </Title>
              {people.data.unknown.map((person) => (
                <Person key={`${person.officialId} ${person.asked}`} person={person} />
              ))}
            </>
          )}
        </Stack>
      )}
    </Drawer>
  );
}

function Person({ person, numbered = false }: { person: NeedyPerson; numbered?: boolean }) {
  const { officialId, fullName, post, rank, reason } = person;
  return (
    <div>
      <Anchor fw={600} renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId }} {...props} />}>
        {numbered ? `${rank}. ${fullName}` : fullName}
      </Anchor>
      <Text fz="sm" c="#5f5a54">
        {post}
      </Text>
      <Text fz="sm">{reason}</Text>
    </div>
  );
}
