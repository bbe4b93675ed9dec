import { TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { DateFieldProps } from './date-picker';

/** With its calendar, fetched when the first day is to be entered. */
const DatePicker = lazy(async () => ({ default: (await import('./date-picker')).DatePicker }));

/** A day, typed as 15/3/2026 or picked; its value is `YYYY-MM-DD`. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<Placeholder {...props} />}>
      <DatePicker {...props} />
    </Suspense>
  );
}

/** Takes the same room until the calendar is there. */
const Placeholder = ({ label, description, required, withAsterisk, w, maw, mb, mt, style }: DateFieldProps) => (
  <TextInput size="md" readOnly {...{ label, description, required, withAsterisk, w, maw, mb, mt, style }} />
);
