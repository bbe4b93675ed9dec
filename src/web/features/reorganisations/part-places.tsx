import { NumberInput, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { usePrograms } from '../programs/api';

type Part = Schema<'PartDto'>;
type Quota = Schema<'QuotaView'>;

/** Places left that one part gets; while no part names a number they are shared by officials. */
export function PartPlaces({
  parts,
  index,
  left,
  onChange,
}: {
  parts: readonly Part[];
  index: number;
  left: readonly Quota[];
  onChange: (places: NonNullable<Part['places']>) => void;
}) {
  const { t } = useTranslation();
  const programs = usePrograms();
  const own = parts[index]?.places ?? [];
  const of = (quota: Quota, part: Part | undefined): number | undefined =>
    part?.places?.find(({ programId, period }) => programId === quota.programId && period === quota.period)?.places;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {left.map((quota) => {
        const shared = parts.reduce((sum, part) => sum + (of(quota, part) ?? 0), 0);
        const asked = parts.some((part) => of(quota, part) !== undefined);
        const others = own.filter(({ programId, period }) => programId !== quota.programId || period !== quota.period);
        return (
          <NumberInput
            key={quota.id}
            label={t('reorganisations.partPlaces', {
              program: programs.data?.items.find(({ id }) => id === quota.programId)?.name ?? '',
              year: quota.period,
            })}
            description={t(asked ? 'reorganisations.placesShared' : 'reorganisations.placesByOfficials', {
              shared,
              left: quota.left,
            })}
            min={0}
            max={quota.left}
            allowDecimal={false}
            value={of(quota, parts[index]) ?? ''}
            onChange={(value) => {
              const { programId, period } = quota;
              onChange(value === '' ? others : [...others, { programId, period, places: Number(value) }]);
            }}
          />
        );
      })}
    </SimpleGrid>
  );
}
