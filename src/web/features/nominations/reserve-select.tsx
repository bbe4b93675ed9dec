import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reserve } from './reserves-api';

/** Who of the unit's reserve takes the place, or nobody: then it is the next one's in the line. */
export function ReserveSelect({
  reserves,
  value,
  onChange,
}: {
  reserves: readonly Reserve[];
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const against = ({ checks }: Reserve): string =>
    checks.find(({ result }) => result === 'fail' || result === 'needsException')?.message ?? '';
  return (
    <Select
      label={t('reserves.stepsIn')}
      description={t('reserves.stepsInHint')}
      clearable
      placeholder={t('reserves.nobody')}
      data={reserves.map((reserve) => ({
        value: reserve.id,
        label: reserve.eligible ? reserve.fullName : `${reserve.fullName}: ${against(reserve)}`,
        disabled: !reserve.eligible,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
