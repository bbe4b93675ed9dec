import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { ChannelGrid } from './channel-grid';
import { type Office, useOffice, useSetOffice } from './channels-api';
import { ContactFields } from './contact-fields';

/** Devices are people's. */
const OFFICE_CHANNELS = ['email', 'zalo', 'sms'] as const;

/** The common address of a unit, and what goes there as a copy. */
export function OfficeContact({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const office = useOffice(unitId);
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="xs">
        {t('channels.office')}
      </Title>
      <Text mb="sm">{t('channels.officeHint')}</Text>
      {office.error && <ErrorState error={office.error} retry={() => void office.refetch()} />}
      {office.isPending && <Loading />}
      {office.data && <Fields key={office.data.version} office={office.data} />}
    </Card>
  );
}

function Fields({ office }: { office: Office }) {
  const { t } = useTranslation();
  const save = useSetOffice(office);
  const { email, phone, calls, requests, news } = office;
  const [draft, setDraft] = useState({ email, phone, calls, requests, news });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft, {
          onSuccess: () => {
            notifyDone(t('common.saved'));
          },
          onError: notifyProblem,
        });
      }}
    >
      <Stack>
        <ContactFields
          contact={office}
          draft={draft}
          error={save.error}
          onChange={(contact) => {
            setDraft({ ...draft, email: contact.email ?? null, phone: contact.phone ?? null });
          }}
        />
        <ChannelGrid
          label={t('channels.office')}
          names={OFFICE_CHANNELS}
          connected={office.channels.filter((channel) => channel.connected).map(({ name }) => name)}
          chosen={draft}
          onChange={(chosen) => {
            setDraft({ ...draft, ...chosen });
          }}
        />
        <Button type="submit" w="fit-content" loading={save.isPending}>
          {t('channels.saveOffice')}
        </Button>
      </Stack>
    </form>
  );
}
