import { Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { Button } from '@mantine/core';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { RevokeLinks } from './revoke-links';
import { useMail } from './api';

/** E-mails as they were sent, or as they stay here while no mail server is set. */
export function KeptMail() {
  const { t } = useTranslation();
  const mail = useMail();
  if (mail.error) return <ErrorState error={mail.error} retry={() => void mail.refetch()} />;
  if (mail.isPending) return <Loading />;
  if (mail.items.length === 0) return <EmptyState title={t('admin.noMail')}>{t('admin.noMailHint')}</EmptyState>;
  return (
    <Stack gap="sm">
      <RevokeLinks />
      {mail.items.map(({ id, to, subject, body, state, createdAt, sentAt, error }) => (
        <Card key={id} withBorder>
          <Group justify="space-between" align="flex-start">
            <div style={{ flex: '1 1 260px' }}>
              <Text fw={600}>{subject}</Text>
              <Text fz="sm" c="#5f5a54" style={{ overflowWrap: 'anywhere' }}>
                {to} · {writeInstant(sentAt ?? createdAt)}
              </Text>
            </div>
            <StateBadge family="mail" state={state} />
          </Group>
          <Text mt="xs" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {body}
          </Text>
          {error && <Text c="son.7">{error}</Text>}
        </Card>
      ))}
      {mail.hasNextPage && (
        <Button variant="default" loading={mail.isFetchingNextPage} onClick={() => void mail.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Stack>
  );
}
