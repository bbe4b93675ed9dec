import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { SearchField } from '../../components/search-field';
import { usePrograms } from '../programs/api';
import { useQuotas } from './api';
import type { LedgerSearch } from './ledger-search';

const KINDS = [
  'grant',
  'cut',
  'allocate',
  'transfer',
  'hold',
  'name',
  'reserve',
  'take',
  'release',
  'return',
  'expire',
] as const;

/** What is looked for: whose places, which movement, who, when. */
export function LedgerFilterFields({
  year,
  search,
  onChange,
}: {
  year: number;
  search: LedgerSearch;
  onChange: (change: { [Key in keyof LedgerSearch]: LedgerSearch[Key] | undefined }) => void;
}) {
  const { t } = useTranslation();
  const programs = usePrograms().data?.items.filter(({ needsQuota }) => needsQuota) ?? [];
  const quotas = useQuotas(year).data?.items ?? [];
  const units = [...new Map(quotas.map(({ unit }) => [unit.id, unit.name]))];
  const pick = (label: string, name: 'ct' | 'dv' | 'kieu', data: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      searchable={data.length > KINDS.length}
      style={{ flex: '1 1 200px' }}
      value={search[name] ?? null}
      data={data}
      onChange={(value) => {
        onChange({ [name]: value ?? undefined });
      }}
    />
  );
  const day = (label: string, name: 'tu' | 'den') => (
    <DateField
      aria-label={label}
      placeholder={label}
      clearable
      style={{ flex: '0 1 170px' }}
      value={search[name] ?? null}
      onChange={(value) => {
        onChange({ [name]: value ?? undefined });
      }}
    />
  );
  return (
    <Group gap="sm">
      <SearchField
        label={t('quotas.ledgerPerson')}
        value={String(search.nguoi ?? '')}
        onSearch={(nguoi) => {
          onChange({ nguoi: nguoi || undefined });
        }}
      />
      {units.length > 1 &&
        pick(
          t('quotas.ledgerColumn.unit'),
          'dv',
          units.map(([value, label]) => ({ value, label })),
        )}
      {pick(
        t('quotas.ledgerColumn.program'),
        'ct',
        programs.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {pick(
        t('quotas.ledgerColumn.movement'),
        'kieu',
        KINDS.map((kind) => ({ value: kind, label: t(`quotas.entry.${kind}`) })),
      )}
      {day(t('quotas.ledgerFrom'), 'tu')}
      {day(t('quotas.ledgerTo'), 'den')}
    </Group>
  );
}
