import { Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { type HeldAccount, useHeldAccounts, useUnlinkAccount } from './accounts-api';
import type { OfficialProfile } from './api';
import { LinkAccount } from './link-account';
import { OwnAccount } from './own-account';

/** Which accounts act as an official: what there is, opening their own, linking and unlinking those of units. */
export function OfficialAccounts({ official }: { official: OfficialProfile }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('held.button')}
      </Button>
      {opened && (
        <AccountsModal
          official={official}
          onClose={() => {
            setOpened(false);
          }}
        />
      )}
    </>
  );
}

function AccountsModal({ official, onClose }: { official: OfficialProfile; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const held = useHeldAccounts(official.id);
  const items = held.data?.items ?? [];
  return (
    <Modal
      opened
      centered
      size="lg"
      title={t('held.of', { name: official.fullName })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onClose={onClose}
    >
      <Stack>
        <Text fz="sm" c="#5f5a54">
          {t('held.hint')}
        </Text>
        {held.error && <ErrorState error={held.error} retry={() => void held.refetch()} />}
        {held.isPending && <Loading />}
        {held.data && items.length === 0 && <EmptyState title={t('held.none')} />}
        {items.map((account) => (
          <HeldLine key={account.id} officialId={official.id} account={account} />
        ))}
        {held.data && !items.some(({ role }) => role === 'official') && <OwnAccount official={official} />}
        {held.data && <LinkAccount officialId={official.id} held={items} />}
      </Stack>
    </Modal>
  );
}

function HeldLine({ officialId, account }: { officialId: string; account: HeldAccount }) {
  const { t } = useTranslation();
  const unlink = useUnlinkAccount(officialId);
  const { id, username, displayName, role, unit, active } = account;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Group gap="xs">
            <Text fw={600}>{username}</Text>
            {!active && <Badge color="gray.8">{t('held.off')}</Badge>}
          </Group>
          <Text fz="sm" c="#5f5a54">
            {[displayName, t(`role.${role}`), unit.name].join(' · ')}
          </Text>
        </div>
        {role !== 'official' && (
          <Button
            size="compact-md"
            variant="default"
            style={{ flexShrink: 0 }}
            aria-label={t('held.unlinkOf', { username })}
            loading={unlink.isPending}
            onClick={() => {
              unlink.mutate(id, {
                onSuccess: () => {
                  notifyDone(t('held.unlinked', { username }));
                },
              });
            }}
          >
            {t('held.unlink')}
          </Button>
        )}
      </Group>
      {unlink.error && <ErrorState error={unlink.error} />}
    </div>
  );
}
