import { Button, Group, Paper, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onNewVersion, takeNewVersion } from '../offline/install';

/** A newer version of the application is there: it is taken when the reader says so, never under their hands. */
export function NewVersion() {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  useEffect(
    () =>
      onNewVersion(() => {
        setReady(true);
      }),
    [],
  );
  if (!ready) return null;
  return (
    <Paper
      role="status"
      shadow="md"
      withBorder
      p="sm"
      style={{ position: 'fixed', bottom: 16, right: 16, left: 16, maxWidth: 480, marginLeft: 'auto', zIndex: 300 }}
    >
      <Text mb="xs">{t('install.newVersion')}</Text>
      <Group gap="xs">
        <Button onClick={takeNewVersion}>{t('install.take')}</Button>
        <Button
          variant="default"
          onClick={() => {
            setReady(false);
          }}
        >
          {t('install.later')}
        </Button>
      </Group>
    </Paper>
  );
}
