import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../api/problem';

/** Something is on its way. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <Stack role="status" aria-busy aria-label={t('common.loading')} p="md">
      <Skeleton h={32} w="40%" />
      <Skeleton h={20} />
      <Skeleton h={20} />
      <Skeleton h={20} w="80%" />
    </Stack>
  );
}

/** Something went wrong: what, and a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={messageOf(error)} m="md">
      {retry && (
        <Button mt="sm" variant="default" onClick={retry}>
          {t('common.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Nothing is here yet: what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <Text fw={600} ta="center">
        {title}
      </Text>
      {typeof children === 'string' ? (
        <Text c="#5f5a54" ta="center">
          {children}
        </Text>
      ) : (
        children
      )}
    </Stack>
  );
}
