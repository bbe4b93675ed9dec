import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { writeInstant } from '../../i18n/dates';
import { useBounced } from './channels-api';
import { ContactDialog } from './contact-dialog';

type Holder = Schema<'BouncedHolder'>;

/** Addresses that give mail back, each with whose it is and the way to mend it; nothing while there are none. */
export function BouncedAddresses() {
  const { t } = useTranslation();
  const bounced = useBounced();
  const [mending, setMending] = useState<{ id: string; username: string } | null>(null);
  const items = bounced.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Alert color="orange" title={t('channels.bouncedCount', { count: items.length })}>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {items.map(({ address, why, bouncedAt, holders }) => (
          <Group component="li" key={address} justify="space-between" gap="xs">
            <div style={{ flex: '1 1 260px' }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {address}
              </Text>
              <Text fz="sm">
                {t(`channels.why.${why}`)} {writeInstant(bouncedAt)}
              </Text>
            </div>
            {holders.map((holder) => (
              <Mend key={`${holder.accountId ?? ''} ${holder.unitId}`} holder={holder} onMend={setMending} />
            ))}
          </Group>
        ))}
      </Stack>
      {mending && (
        <ContactDialog
          {...mending}
          onClose={() => {
            setMending(null);
          }}
        />
      )}
    </Alert>
  );
}

/** A person's address is mended here, an office's on the page of its unit. */
function Mend({
  holder: { accountId, username, unitId, name },
  onMend,
}: {
  holder: Holder;
  onMend: (account: { id: string; username: string }) => void;
}) {
  const { t } = useTranslation();
  if (accountId === null || username === null)
    return (
      <Anchor fw={600} renderRoot={(props) => <Link to="/quan-tri/don-vi/$unitId" params={{ unitId }} {...props} />}>
        {t('channels.mendOffice', { name })}
      </Anchor>
    );
  return (
    <Button
      variant="default"
      h="auto"
      mih={42}
      maw="100%"
      styles={{ label: { whiteSpace: 'normal' } }}
      onClick={() => {
        onMend({ id: accountId, username });
      }}
    >
      {t('channels.mendPerson', { name })}
    </Button>
  );
}
