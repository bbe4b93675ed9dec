import { Alert, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../components/dialog';
import { writeInstant } from '../../i18n/dates';
import type { Contact, ContactChange } from './channels-api';

/** An e-mail address and a telephone number, with what is known to be wrong with the address. */
export function ContactFields({
  contact,
  draft,
  error,
  onChange,
}: {
  contact: Contact;
  draft: ContactChange;
  error: unknown;
  onChange: (draft: ContactChange) => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      {contact.bounce && (
        <Alert color="orange" title={t('channels.bounced')}>
          <Text>
            {t('channels.bouncedSince', { when: writeInstant(contact.bounce.bouncedAt) })}{' '}
            {t(`channels.why.${contact.bounce.why}`)}
          </Text>
          <Text>
            <b>{t('channels.bouncedMend')}</b> {t('channels.bouncedMeanwhile')}
          </Text>
          <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
            {t('channels.serverSaid', { said: contact.bounce.reason })}
          </Text>
        </Alert>
      )}
      <TextInput
        label={t('channels.name.email')}
        type="email"
        maxLength={200}
        value={draft.email ?? ''}
        error={fieldError(error, 'email')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...draft, email: value === '' ? null : value });
        }}
      />
      <TextInput
        label={t('channels.phone')}
        description={t('channels.phoneHint')}
        type="tel"
        maxLength={30}
        placeholder={contact.phone?.startsWith('•') ? contact.phone : '0912 345 678'}
        value={draft.phone ?? ''}
        error={fieldError(error, 'phone')}
        onChange={({ currentTarget: { value } }) => {
          onChange({ ...draft, phone: value === '' ? null : value });
        }}
      />
    </Stack>
  );
}
