import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ErrorState } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { canPush, PushRefused, useDevices, useForgetDevice, useSubscribe, useThisDevice } from './push-api';

/** Devices that show a message the moment it comes, even while the application is closed. */
export function Devices() {
  const { t } = useTranslation();
  const devices = useDevices();
  const own = useThisDevice();
  const subscribe = useSubscribe();
  const forget = useForgetDevice();
  const { publicKey = null, items = [] } = devices.data ?? {};
  const known = items.some(({ endpoint }) => endpoint === own.data);
  return (
    <Card withBorder component="section">
      <Title order={3} fz="lg" mb="xs">
        {t('devices.title')}
      </Title>
      <Text mb="sm">{t('devices.hint')}</Text>
      {devices.error && <ErrorState error={devices.error} retry={() => void devices.refetch()} />}
      {devices.data && publicKey === null && <Text c="#5f5a54">{t('devices.notConnected')}</Text>}
      {publicKey !== null && !canPush() && <Text c="#5f5a54">{t('devices.cannot')}</Text>}
      {subscribe.error instanceof PushRefused && (
        <Alert color="orange" mb="sm" role="alert">
          {t(`devices.refused.${subscribe.error.message}`)}
        </Alert>
      )}
      {publicKey !== null && canPush() && !known && (
        <Button
          w="fit-content"
          loading={subscribe.isPending}
          onClick={() => {
            subscribe.mutate(publicKey, {
              onSuccess: () => {
                notifyDone(t('devices.on'));
              },
              onError: (error) => {
                if (!(error instanceof PushRefused)) notifyProblem(error);
              },
            });
          }}
        >
          {t('devices.switchOn')}
        </Button>
      )}
      <Stack gap="xs" mt={items.length > 0 ? 'md' : 0}>
        {items.map(({ id, device, endpoint, createdAt }) => (
          <Group key={id} justify="space-between">
            <Text>
              {endpoint === own.data ? `${device} (${t('devices.this')})` : device} · {writeInstant(createdAt)}
            </Text>
            <Button
              variant="default"
              onClick={() => {
                forget.mutate({ id, endpoint }, { onError: notifyProblem });
              }}
            >
              {t('devices.switchOff')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
