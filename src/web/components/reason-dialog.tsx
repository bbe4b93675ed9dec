import { Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from './dialog';

/** Asks for a reason before something is done that somebody will want to understand later. */
export function ReasonDialog({
  title,
  explanation,
  submitLabel,
  required = true,
  danger = false,
  busy,
  error,
  fields = [],
  onClose,
  onSubmit,
  children,
}: {
  title: string;
  explanation?: string;
  submitLabel: string;
  required?: boolean;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  /** Further fields that say themselves what is wrong with them. */
  fields?: readonly string[];
  onClose: () => void;
  onSubmit: (reason: string | undefined) => void;
  /** What else is asked. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      opened
      title={title}
      onClose={onClose}
      submitLabel={submitLabel}
      busy={busy}
      error={error}
      danger={danger}
      fields={['reason', ...fields]}
      onSubmit={() => {
        onSubmit(reason.trim() || undefined);
      }}
    >
      {explanation && <Text>{explanation}</Text>}
      {children}
      <Textarea
        data-autofocus
        label={t('common.reason')}
        required={required}
        maxLength={1000}
        value={reason}
        error={fieldError(error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
