import { Alert, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { notifyDone, notifyProblem } from '../../components/notify';
import { wholeList } from '../../components/whole-list';
import { writeInstant } from '../../i18n/dates';
import { type ChannelLine, type ReportMailbox, useChannels, useSetPace } from './channels-api';

/** Each way out of the house: whether it is connected, what it carries, and how many messages it takes in a minute. */
export function ChannelsAdmin() {
  const { t } = useTranslation();
  const channels = useChannels();
  return (
    <Stack>
      <Text>{t('channels.adminHint')}</Text>
      {channels.data && <Mailbox mailbox={channels.data.mailbox} />}
      <DataTable<ChannelLine & { id: string }>
        label={t('channels.adminTitle')}
        list={wholeList({
          ...channels,
          data: channels.data && { items: channels.data.items.map((channel) => ({ ...channel, id: channel.name })) },
        })}
        empty={{ title: t('channels.adminTitle') }}
        columns={[
          { label: t('channels.channel'), title: true, render: ({ name }) => t(`channels.name.${name}`) },
          {
            label: t('channels.connection'),
            render: ({ connected }) => <StateBadge family="connection" state={connected ? 'on' : 'off'} />,
          },
          {
            label: t('channels.waiting'),
            render: ({ waiting, putOff }) =>
              putOff === 0 ? waiting : t('channels.waitingPutOff', { waiting, putOff }),
          },
          { label: t('channels.sent'), render: ({ sent }) => sent },
          { label: t('channels.failed'), render: ({ failed }) => failed },
          { label: t('channels.pace'), render: (channel) => <Pace key={channel.version} channel={channel} /> },
        ]}
      />
    </Stack>
  );
}

/** Whether the product learns of mail that did not arrive. */
function Mailbox({ mailbox: { connected, readAt, failedAt, error } }: { mailbox: ReportMailbox }) {
  const { t } = useTranslation();
  if (!connected) return <Text>{t('channels.mailboxOff')}</Text>;
  if (failedAt)
    return (
      <Alert color="orange" title={t('channels.mailboxFailed', { when: writeInstant(failedAt) })}>
        <Text>{t('channels.mailboxFailedHint')}</Text>
        <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      </Alert>
    );
  return <Text>{readAt ? t('channels.mailboxRead', { when: writeInstant(readAt) }) : t('channels.mailboxNew')}</Text>;
}

function Pace({ channel }: { channel: ChannelLine }) {
  const { t } = useTranslation();
  const save = useSetPace(channel);
  const [perMinute, setPerMinute] = useState(channel.perMinute);
  const name = t(`channels.name.${channel.name}`);
  return (
    <Group gap="xs" wrap="nowrap">
      <NumberInput
        aria-label={`${t('channels.pace')}: ${name}`}
        placeholder={t('channels.noPace')}
        w={190}
        min={1}
        max={6000}
        allowDecimal={false}
        value={perMinute ?? ''}
        onChange={(value) => {
          setPerMinute(value === '' ? null : Number(value));
        }}
      />
      {perMinute !== channel.perMinute && (
        <Button
          loading={save.isPending}
          aria-label={`${t('common.save')}: ${name}`}
          onClick={() => {
            save.mutate(perMinute, {
              onSuccess: () => {
                notifyDone(t('common.saved'));
              },
              onError: notifyProblem,
            });
          }}
        >
          {t('common.save')}
        </Button>
      )}
    </Group>
  );
}
