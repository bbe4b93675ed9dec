import { ActionIcon, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState, Loading } from '../../components/states';
import { ChannelGrid } from './channel-grid';
import {
  type ChannelName,
  type ContactChange,
  type Preferences,
  useChoose,
  usePreferences,
  useSetOwnContact,
} from './channels-api';
import { ContactFields } from './contact-fields';

/** Where the reader is reached, and by what of what; the inbox has everything. */
export function ChannelPreferences() {
  const preferences = usePreferences();
  if (preferences.error) return <ErrorState error={preferences.error} retry={() => void preferences.refetch()} />;
  if (!preferences.data) return <Loading />;
  return (
    <>
      <OwnContact preferences={preferences.data} />
      <Choice preferences={preferences.data} />
    </>
  );
}

function OwnContact({ preferences: { contact } }: { preferences: Preferences }) {
  const { t } = useTranslation();
  const save = useSetOwnContact();
  const [draft, setDraft] = useState<ContactChange>({ email: contact.email, phone: contact.phone });
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="xs">
        {t('channels.contact')}
      </Title>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft, {
            onSuccess: ({ contact: { email, phone } }) => {
              setDraft({ email, phone });
              notifyDone(t('common.saved'));
            },
          });
        }}
      >
        <Stack>
          <ContactFields contact={contact} draft={draft} error={save.error} onChange={setDraft} />
          <Button type="submit" w="fit-content" loading={save.isPending}>
            {t('channels.saveContact')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function Choice({ preferences }: { preferences: Preferences }) {
  const { t } = useTranslation();
  const choose = useChoose();
  const [draft, setDraft] = useState({
    calls: preferences.calls,
    requests: preferences.requests,
    news: preferences.news,
    order: preferences.order,
  });
  const connected = preferences.channels.filter((channel) => channel.connected).map(({ name }) => name);
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="xs">
        {t('channels.title')}
      </Title>
      <Text mb="sm">{t('channels.hint')}</Text>
      <ChannelGrid
        label={t('channels.title')}
        names={preferences.channels.map(({ name }) => name)}
        connected={connected}
        chosen={draft}
        onChange={(chosen) => {
          setDraft({ ...draft, ...chosen });
        }}
      />
      <Order
        order={draft.order}
        onChange={(order) => {
          setDraft({ ...draft, order });
        }}
      />
      <Button
        mt="md"
        w="fit-content"
        loading={choose.isPending}
        onClick={() => {
          choose.mutate(draft, {
            onSuccess: () => {
              notifyDone(t('common.saved'));
            },
            onError: notifyProblem,
          });
        }}
      >
        {t('channels.saveChoice')}
      </Button>
    </Card>
  );
}

/** The first one first: where one fails, the next takes over. */
function Order({ order, onChange }: { order: readonly ChannelName[]; onChange: (order: ChannelName[]) => void }) {
  const { t } = useTranslation();
  const move = (at: number, by: number): void => {
    const next = [...order];
    next.splice(at + by, 0, ...next.splice(at, 1));
    onChange(next);
  };
  return (
    <Stack gap={4} mt="md">
      <Text fw={600}>{t('channels.order')}</Text>
      <Text fz="sm" c="#5f5a54">
        {t('channels.orderHint')}
      </Text>
      <Stack component="ol" gap={2} m={0} p={0} style={{ listStyle: 'none' }}>
        {order.map((name, at) => (
          <Group key={name} component="li" gap="xs" wrap="nowrap">
            <Text style={{ flex: 1 }}>{`${at + 1}. ${t(`channels.name.${name}`)}`}</Text>
            <ActionIcon
              size="lg"
              variant="default"
              disabled={at === 0}
              aria-label={t('channels.earlier', { channel: t(`channels.name.${name}`) })}
              onClick={() => {
                move(at, -1);
              }}
            >
              <IconArrowUp size={18} />
            </ActionIcon>
            <ActionIcon
              size="lg"
              variant="default"
              disabled={at === order.length - 1}
              aria-label={t('channels.later', { channel: t(`channels.name.${name}`) })}
              onClick={() => {
                move(at, 1);
              }}
            >
              <IconArrowDown size={18} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Stack>
  );
}
