import { Anchor, Button, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { PageHeader } from '../../components/page-header';
import { SearchField } from '../../components/search-field';
import { useMay } from '../identity/api';
import { useUnits } from '../units/api';
import { type Official, type OfficialFilters, useOfficials } from './api';
import { OfficialDialog } from './official-dialog';

const CATEGORIES = ['cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other'] as const;
const LLCT = ['none', 'elementary', 'intermediate', 'advanced', 'bachelor'] as const;
const WORKPLACES = ['commune', 'town', 'ward', 'agency'];

/** Everybody of the reader's units, by given name; the filters live in the address. */
export function OfficialsPage() {
  const { t } = useTranslation();
  const filters = useSearch({ strict: false }) as OfficialFilters;
  const navigate = useNavigate();
  const filter = (change: Record<string, string | undefined>): void => {
    void navigate({ to: '/can-bo', search: { ...filters, ...change } as never, replace: true });
  };
  const officials = useOfficials(filters);
  const units = useUnits();
  const mayManage = useMay('officials.manage');
  const [adding, setAdding] = useState(false);
  const select = (name: keyof OfficialFilters, label: string, data: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      clearable
      searchable={name === 'unitId'}
      w={220}
      value={filters[name] ?? null}
      data={data}
      onChange={(value) => {
        filter({ [name]: value ?? undefined });
      }}
    />
  );
  return (
    <>
      <PageHeader title={t('nav.officials')} subtitle={t('officials.count', { count: officials.total })}>
        {mayManage && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('officials.new')}
          </Button>
        )}
      </PageHeader>
      <Group mb="md" gap="sm">
        <SearchField
          label={t('officials.search')}
          value={filters.q ?? ''}
          onSearch={(q) => {
            filter({ q: q || undefined });
          }}
        />
        {select(
          'unitId',
          t('officials.allUnits'),
          units.data?.items
            .filter(({ kind }) => WORKPLACES.includes(kind))
            .map(({ id, name }) => ({ value: id, label: name })) ?? [],
        )}
        {select(
          'category',
          t('officials.allCategories'),
          CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
        )}
        {select(
          'llctLevel',
          t('officials.anyLlct'),
          LLCT.map((value) => ({ value, label: t(`level.llct.${value}`) })),
        )}
      </Group>
      <DataTable<Official>
        label={t('nav.officials')}
        list={officials}
        empty={{ title: t('officials.empty'), hint: t('officials.emptyHint') }}
        columns={[
          {
            label: t('officials.person'),
            title: true,
            render: ({ id, fullName }) => (
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId: id }} {...props} />}
              >
                {fullName}
              </Anchor>
            ),
          },
          { label: t('officials.birthYear'), render: ({ birthYear }) => birthYear ?? '—' },
          { label: t('officials.post'), render: ({ post }) => post ?? '—' },
          { label: t('officials.unit'), render: ({ unit }) => unit.name },
          {
            label: t('officials.professional'),
            render: ({ professionalLevel }) => t(`level.professional.${professionalLevel ?? 'unknown'}`),
          },
          { label: t('officials.llct'), render: ({ llctLevel }) => t(`level.llct.${llctLevel ?? 'unknown'}`) },
        ]}
      />
      {adding && (
        <OfficialDialog
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </>
  );
}
