import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePrograms } from '../programs/api';

/** Which program's places are meant; only those whose places are counted. */
export function ProgramField({
  value,
  error,
  onChange,
}: {
  value: string | null;
  error?: string | undefined;
  onChange: (id: string | null) => void;
}) {
  const { t } = useTranslation();
  const programs = usePrograms().data?.items.filter(({ needsQuota }) => needsQuota) ?? [];
  return (
    <Select
      size="md"
      required
      label={t('quotas.program')}
      data={programs.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}

/** How many places. */
export function PlacesField({
  value,
  error,
  max,
  label,
  onChange,
}: {
  value: number;
  error?: string | undefined;
  max?: number;
  label?: string;
  onChange: (places: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <NumberInput
      size="md"
      required
      min={1}
      {...(max !== undefined && { max })}
      allowDecimal={false}
      label={label ?? t('quotas.places')}
      value={value}
      error={error}
      onChange={(places) => {
        onChange(Number(places) || 0);
      }}
    />
  );
}
