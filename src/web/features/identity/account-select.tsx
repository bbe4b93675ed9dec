import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccounts } from './api';

interface Named {
  id: string;
  username: string;
  displayName: string;
}

const nameOf = ({ displayName, username }: Named): string => `${displayName} (${username})`;

/** Chooses an account by words of its name. @param chosen the one that was chosen before, to be named without a search. */
export function AccountSelect({
  label,
  description,
  chosen,
  value,
  error,
  onChange,
}: {
  label: string;
  description: string;
  chosen: Named | null;
  value: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [picked, setPicked] = useState(chosen);
  // What stands in the field is a search only while it is not the name of what was picked.
  const [q] = useDebouncedValue(picked && said === nameOf(picked) ? '' : said, 250);
  const found = useAccounts(q);
  const known = new Map([...found.items, ...(picked ? [picked] : [])].map((account) => [account.id, account]));
  return (
    <Select
      label={label}
      description={description}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      placeholder={t('lecturers.noAccount')}
      nothingFoundMessage={t('calendar.notFound')}
      // The server has searched.
      filter={({ options }) => options}
      data={[...known.values()].map((account) => ({ value: account.id, label: nameOf(account) }))}
      value={value}
      error={error}
      searchValue={said}
      onSearchChange={setSaid}
      onChange={(id) => {
        setPicked(id === null ? null : (known.get(id) ?? null));
        onChange(id);
      }}
    />
  );
}
