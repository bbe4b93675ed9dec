import { Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BouncedAddresses } from './bounced-addresses';
import { StateBadge } from '../../components/badges';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { type ChannelName, type Delivery, type DeliveryState, useDeliveries } from './channels-api';
import { RevokeLinks } from './revoke-links';

const STATES: readonly DeliveryState[] = ['waiting', 'sent', 'failed', 'kept'];
const CHANNELS: readonly ChannelName[] = ['email', 'push', 'zalo', 'sms'];

/** Messages as they went out by each channel, or as they stay here while no mail server is set. */
export function DeliveriesAdmin() {
  const { t } = useTranslation();
  const [state, setState] = useState<DeliveryState | null>(null);
  const [channel, setChannel] = useState<ChannelName | null>(null);
  const deliveries = useDeliveries(state, channel);
  return (
    <Stack gap="sm">
      <BouncedAddresses />
      <Group align="flex-end">
        <Select
          label={t('channels.channel')}
          placeholder={t('channels.all')}
          clearable
          data={CHANNELS.map((value) => ({ value, label: t(`channels.name.${value}`) }))}
          value={channel}
          onChange={(value) => {
            setChannel(value as ChannelName | null);
          }}
        />
        <Select
          label={t('channels.state')}
          placeholder={t('channels.all')}
          clearable
          data={STATES.map((value) => ({ value, label: t(`state.mail.${value}`) }))}
          value={state}
          onChange={(value) => {
            setState(value as DeliveryState | null);
          }}
        />
        <RevokeLinks />
      </Group>
      {deliveries.error && <ErrorState error={deliveries.error} retry={() => void deliveries.refetch()} />}
      {deliveries.isPending && <Loading />}
      {deliveries.isSuccess && deliveries.items.length === 0 && (
        <EmptyState title={t('admin.noMail')}>{t('admin.noMailHint')}</EmptyState>
      )}
      {deliveries.items.map((delivery) => (
        <Line key={delivery.id} delivery={delivery} />
      ))}
      {deliveries.hasNextPage && (
        <Button
          variant="default"
          loading={deliveries.isFetchingNextPage}
          onClick={() => void deliveries.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </Stack>
  );
}

function Line({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const { channel, to, person, office, subject, body, state, createdAt, sentAt, error } = delivery;
  const about = [t(`channels.name.${channel}`), to, office ? t('channels.copyFor', { office }) : person];
  return (
    <Card withBorder>
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: '1 1 260px' }}>
          <Text fw={600}>{subject}</Text>
          <Text fz="sm" c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
            {[...about, writeInstant(sentAt ?? createdAt)].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <StateBadge family="mail" state={state} />
      </Group>
      <WhatBecame delivery={delivery} />
      <details>
        <summary>{t('channels.text')}</summary>
        <Text mt="xs" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {body}
        </Text>
      </details>
      {error && (
        <Text c="son.7" style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      )}
    </Card>
  );
}

/** Why it failed or waits, and which channel stands in for which. */
function WhatBecame({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  const { because, insteadOf, insteadBecause, takenOverBy, notBefore, report, state } = delivery;
  const sentences = [
    insteadOf &&
      insteadBecause &&
      t('channels.insteadOf', {
        channel: t(`channels.name.${insteadOf}`),
        because: t(`channels.because.${insteadBecause}`),
      }),
    because && t(`channels.becauseFailed.${because}`),
    report && because && t(`channels.why.${report.why}`),
    report && state === 'sent' && t('channels.delayed', { why: t(`channels.why.${report.why}`) }),
    because === 'bounced' && t('channels.mendContact'),
    takenOverBy && t('channels.takenOver', { channel: t(`channels.name.${takenOverBy}`) }),
    notBefore && t('channels.putOff', { until: writeInstant(notBefore) }),
  ].filter(Boolean);
  if (sentences.length === 0) return null;
  return (
    <Text mt={4} fz="sm" fw={500}>
      {sentences.join(' ')}
    </Text>
  );
}
