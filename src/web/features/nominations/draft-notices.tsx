import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { writeDate, writeInstant } from '../../i18n/dates';
import type { UnfitPerson } from './send-list';

/** Whether the list in the making is safe, and where. */
export function DraftState({ savedAt, count }: { savedAt: string | null; count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Text fz="sm" c="#5f5a54" mb="xs" role="status">
      {savedAt ? t('draft.saved', { at: writeInstant(savedAt) }) : t('draft.local')}
    </Text>
  );
}

/** The list waits for the network. */
export function WaitingNotice({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert role="status" color="yellow" variant="light" mb="md">
      <Text mb="xs">{t('draft.waiting')}</Text>
      <Button size="compact-md" variant="default" onClick={onCancel}>
        {t('draft.cancel')}
      </Button>
    </Alert>
  );
}

/** What is shown was kept on this machine: there is no network. */
export function KeptNotice({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <Alert role="status" color="yellow" variant="light" mb="md">
      {t('draft.kept', { at: writeInstant(new Date(at).toISOString()) })}
    </Alert>
  );
}

/** What of the class is no longer as it was when the list was made, and who of the list could not be sent now. */
export function ChangedMeanwhile({
  changes,
  unfit,
}: {
  changes: readonly Schema<'CourseChange'>[];
  unfit: readonly UnfitPerson[];
}) {
  const { t } = useTranslation();
  if (changes.length === 0 && unfit.length === 0) return null;
  const written = (field: Schema<'CourseChange'>['field'], value: string | null): string => {
    if (value === null) return '—';
    if (field === 'state') return t(`state.course.${value}`);
    return field === 'capacity' || field === 'free' ? value : writeDate(value);
  };
  return (
    <Alert role="alert" color="yellow" variant="light" mb="md" title={t('draft.changed')}>
      {changes.map(({ field, before, after }) => (
        <Text key={field} fz="sm">
          {t(`draft.field.${field}`)}: {written(field, before)} → {written(field, after)}
        </Text>
      ))}
      {unfit.map(({ id, fullName, checks }) => (
        <Text key={id} fz="sm">
          <b>{fullName}</b>: {t('draft.unfit')}
          {checks.map(({ message, mend }) => [message, mend].filter(Boolean).join(' ')).join(' ')}
        </Text>
      ))}
      <Text fz="sm" mt="xs">
        {t('draft.lookAndSend')}
      </Text>
    </Alert>
  );
}
