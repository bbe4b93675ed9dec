import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table';
import { wholeList } from '../../components/whole-list';
import { useMe } from '../identity/api';
import { usePrograms } from '../programs/api';
import { type Quota, useQuotas } from './api';
import { useMinimumsSaid } from './minimum-fields';
import { PLACE_PARTS } from './place-parts';

/** The places of the reader's own unit: what came in, where it is, what is left, and for whom. */
export function OwnPlaces({ year }: { year: number }) {
  const { t } = useTranslation();
  const said = useMinimumsSaid();
  const unitId = useMe().data?.unit.id;
  const programs = usePrograms().data?.items ?? [];
  const quotas = useQuotas(year);
  const own = quotas.data?.items.filter((quota) => quota.unitId === unitId) ?? [];
  const columns: Column<Quota>[] = [
    {
      label: t('quotas.program'),
      title: true,
      render: ({ programId, minimums }) => (
        <div>
          {programs.find(({ id }) => id === programId)?.name}
          {minimums.length > 0 && (
            <Text fz="sm" c="#5f5a54">
              {said(minimums)}
            </Text>
          )}
        </div>
      ),
    },
    ...PLACE_PARTS.map((part): Column<Quota> => ({ label: t(`quotas.part.${part}`), render: (quota) => quota[part] })),
  ];
  return (
    <DataTable<Quota>
      label={t('quotas.own')}
      list={wholeList({ ...quotas, data: quotas.data && { items: own } })}
      columns={columns}
      empty={{ title: t('quotas.noneOwn'), hint: t('quotas.noneOwnHint') }}
    />
  );
}
