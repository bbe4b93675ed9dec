import { Button, Group, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { useAccounts } from '../identity/api';
import { type HeldAccount, useLinkAccount } from './accounts-api';

const PAUSE_MS = 250;

/** Says that the official holds an account of a unit: found by its name, linked by one button. */
export function LinkAccount({ officialId, held }: { officialId: string; held: readonly HeldAccount[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search, PAUSE_MS);
  const accounts = useAccounts(sought);
  const [chosen, setChosen] = useState<string | null>(null);
  const link = useLinkAccount(officialId);
  const open = accounts.items.filter(({ id, role }) => role !== 'official' && !held.some((each) => each.id === id));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) return;
        link.mutate(chosen, {
          onSuccess: () => {
            setChosen(null);
            setSearch('');
            notifyDone(t('held.linked'));
          },
        });
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          style={{ flex: 1, minWidth: 220 }}
          label={t('held.link')}
          description={t('held.linkHint')}
          searchable
          clearable
          value={chosen}
          searchValue={search}
          onSearchChange={setSearch}
          // Found by the server, by user name, name and unit.
          filter={({ options }) => options}
          nothingFoundMessage={accounts.isFetching ? t('common.loading') : t('held.notFound')}
          data={open.map(({ id, username, displayName }) => ({ value: id, label: `${username} · ${displayName}` }))}
          error={fieldError(link.error, 'accountId')}
          onChange={(value) => {
            setChosen(value);
            link.reset();
          }}
        />
        <Button type="submit" disabled={chosen === null} loading={link.isPending}>
          {t('held.linkDo')}
        </Button>
      </Group>
      {link.error && <ErrorState error={link.error} />}
      {accounts.error && <ErrorState error={accounts.error} retry={() => void accounts.refetch()} />}
    </form>
  );
}
