import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePrograms } from '../programs/api';

const LONGEST = 1000;
const NAME = 200;
const MOST_DAYS = 60;

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

/** A line, or with `long` several, of text. */
export function TextField({
  label,
  value,
  error,
  required = false,
  long = false,
  onChange,
}: {
  label: string;
  value: string;
  error?: string | undefined;
  required?: boolean;
  long?: boolean;
  onChange: (text: string) => void;
}) {
  const Field = long ? Textarea : TextInput;
  return (
    <Field
      size="md"
      label={label}
      required={required}
      maxLength={long ? LONGEST : NAME}
      value={value}
      error={error}
      onChange={({ currentTarget }: { currentTarget: { value: string } }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}

/** How many days, at most two months. */
export function DaysField({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: number;
  error?: string | undefined;
  onChange: (days: number) => void;
}) {
  return (
    <NumberInput
      size="md"
      required
      min={0}
      max={MOST_DAYS}
      allowDecimal={false}
      label={label}
      value={value}
      error={error}
      onChange={(days) => {
        onChange(Number(days) || 0);
      }}
    />
  );
}
