import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FreeSlots } from './free-slots';
import { clockOf, dayOf } from './times';
import type { Trial } from './trial';
import { writeDate } from '../../i18n/dates';
import './clash-note.css';

/**
 * What a dragged session runs into. It lies over the page: the calendar must not move under the pointer, and a pointer
 * that still drags passes through it.
 */
export function ClashNote({ trial: { trouble, store, leave } }: { trial: Trial }) {
  const { t } = useTranslation();
  if (!trouble) return null;
  const { session, messages, slots, refused } = trouble;
  const when = `${writeDate(dayOf(session.startsAt))}, ${clockOf(session.startsAt)}–${clockOf(session.endsAt)}`;
  return (
    <Alert
      className="clash-note no-print"
      data-dragging={!refused || undefined}
      color="red"
      title={t(refused ? 'calendar.refused' : 'calendar.clash')}
      withCloseButton={refused}
      closeButtonLabel={t('common.close')}
      onClose={leave}
    >
      {messages.map((message) => (
        <div key={message}>{message}</div>
      ))}
      {refused && (
        <>
          <Text fz="sm">{t('calendar.stays', { when })}</Text>
          <FreeSlots
            slots={slots}
            onTake={({ startsAt, endsAt }) => {
              store(session, { startsAt, endsAt });
            }}
          />
        </>
      )}
    </Alert>
  );
}
