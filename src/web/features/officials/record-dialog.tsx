import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { useUnits } from '../units/api';

/** One line of a form. */
export interface Field {
  name: string;
  label: string;
  kind: 'text' | 'area' | 'date' | 'select' | 'unit' | 'check';
  required?: boolean;
  options?: { value: string; label: string }[];
  hint?: string;
  value?: string | boolean | null | undefined;
}

type Value = string | boolean | null;

/** A form for one part of a record. What is emptied is sent as null. */
export function RecordDialog({
  title,
  fields,
  busy,
  error,
  onClose,
  onSave,
}: {
  title: string;
  /** Anew at each change, so that one field can depend on another. */
  fields: (value: (name: string) => Value | undefined) => Field[];
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onSave: (body: Record<string, Value>, done: () => void) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Record<string, Value>>({});
  const shown = fields((name) => draft[name]);
  return (
    <Dialog
      opened
      title={title}
      onClose={onClose}
      submitLabel={t('common.save')}
      busy={busy}
      error={error}
      fields={shown.map(({ name }) => name)}
      onSubmit={() => {
        const body = Object.fromEntries(
          shown
            .map((field): [string, Value] => [field.name, valueOf(field, draft)])
            // What must not be empty is left out when it is: the server then says that it is needed.
            .filter(([name, value]) => value !== null || !shown.some((field) => field.name === name && field.required)),
        );
        onSave(body, () => {
          notifyDone(t('common.saved'));
          onClose();
        });
      }}
    >
      {shown.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={valueOf(field, draft)}
          error={fieldError(error, field.name)}
          onChange={(value) => {
            setDraft((before) => ({ ...before, [field.name]: value }));
          }}
        />
      ))}
    </Dialog>
  );
}

const valueOf = ({ name, kind, value }: Field, draft: Readonly<Record<string, Value>>): Value =>
  (name in draft ? draft[name] : value) ?? (kind === 'check' ? false : null);

function FieldInput({
  field: { label, kind, required = false, options = [], hint },
  value,
  error,
  onChange,
}: {
  field: Field;
  value: Value;
  error: string | undefined;
  onChange: (value: Value) => void;
}) {
  const units = useUnits();
  const common = { label, required, error, description: hint };
  const text = typeof value === 'string' ? value : '';
  switch (kind) {
    case 'check':
      return (
        <Checkbox
          label={label}
          description={hint}
          checked={value === true}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.checked);
          }}
        />
      );
    case 'date':
      return <DateField {...common} clearable={!required} value={text || null} onChange={onChange} />;
    case 'select':
    case 'unit':
      return (
        <Select
          {...common}
          searchable={kind === 'unit'}
          clearable={!required}
          value={text || null}
          data={
            kind === 'select' ? options : (units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
          }
          onChange={onChange}
        />
      );
    case 'area':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          value={text}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value || null);
          }}
        />
      );
    case 'text':
      return (
        <TextInput
          {...common}
          value={text}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value || null);
          }}
        />
      );
  }
}
