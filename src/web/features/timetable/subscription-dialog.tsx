import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { useCalendarAddress, useMakeAddress, useRevokeAddress } from './api';

/** The private address at which a calendar program follows the timetable: made, shown once, taken back. */
export function SubscriptionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const address = useCalendarAddress();
  const make = useMakeAddress();
  const revoke = useRevokeAddress();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('calendar.subscribe')}
      centered
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <Text>{t('calendar.subscribeHint')}</Text>
        {address.error && <ErrorState error={address.error} />}
        {!address.data && !address.error && <Loading />}
        {address.data && (
          <Text>
            {address.data.madeAt
              ? t('calendar.addressMade', {
                  at: writeInstant(address.data.madeAt),
                  read: writeInstant(address.data.readAt),
                })
              : t('calendar.noAddress')}
          </Text>
        )}
        {make.data && (
          <Stack gap="xs">
            <Text fw={600}>{t('calendar.copyNow')}</Text>
            <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {make.data.url}
            </Code>
            <CopyButton value={make.data.url}>
              {({ copied, copy }) => (
                <Button onClick={copy}>{copied ? t('calendar.copied') : t('calendar.copy')}</Button>
              )}
            </CopyButton>
          </Stack>
        )}
        <Group justify="flex-end">
          {address.data?.madeAt && (
            <Button
              variant="default"
              loading={revoke.isPending}
              onClick={() => {
                make.reset();
                revoke.mutate(undefined);
              }}
            >
              {t('calendar.revoke')}
            </Button>
          )}
          <Button
            variant={make.data ? 'default' : 'filled'}
            loading={make.isPending}
            onClick={() => {
              make.mutate(undefined);
            }}
          >
            {address.data?.madeAt ? t('calendar.makeAnew') : t('calendar.make')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
