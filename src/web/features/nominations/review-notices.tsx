import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Nomination, useNomination } from './api';
import type { DecidedLine } from './review-api';

/** Decisions that were not recorded, with whom and why they were taken. */
export interface Refused {
  lines: readonly DecidedLine[];
  people: readonly Nomination[];
  reason: string | undefined;
}

/** What was not recorded, for whom and why, with the reason that was written: nothing is lost without a word. */
export function RefusedLines({ lines, people, reason, onClose }: Refused & { onClose: () => void }) {
  const { t } = useTranslation();
  const names = new Map(people.map(({ id, official }) => [id, official.fullName]));
  return (
    <Alert
      role="alert"
      mb="md"
      color="red"
      variant="light"
      withCloseButton
      closeButtonLabel={t('common.close')}
      title={t('review.refused', { count: lines.length })}
      onClose={onClose}
    >
      {lines.map(({ id, message }) => (
        <Text key={id} fz="sm">
          <b>{names.get(id)}</b>: {message}
        </Text>
      ))}
      {reason && (
        <Text fz="sm" mt="xs">
          {t('review.yourReason', { reason })}
        </Text>
      )}
    </Alert>
  );
}

/** Who was being looked at has just been decided on by somebody else. */
export function GoneNotice({ nomination, onClose }: { nomination: Nomination; onClose: () => void }) {
  const { t } = useTranslation();
  const now = useNomination(nomination.id);
  if (!now.data) return null;
  const last = now.data.history.at(-1);
  return (
    <Alert
      role="status"
      mb="md"
      color="blue"
      variant="light"
      withCloseButton
      closeButtonLabel={t('common.close')}
      title={t('review.gone', { name: nomination.official.fullName, by: last?.by ?? t('history.system') })}
      onClose={onClose}
    >
      <Text fz="sm">
        {t(`state.nomination.${now.data.state}`)}
        {now.data.reason && ` · “${now.data.reason}”`}
      </Text>
    </Alert>
  );
}
