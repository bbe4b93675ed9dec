import { Anchor, Button, Card, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { PageHeader } from '../../components/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeInstant } from '../../i18n/dates';
import { useInbox, useMarkRead } from './api';

/** What the reader was told. */
export function InboxPage() {
  const { t } = useTranslation();
  const [shown, setShown] = useState('all');
  const inbox = useInbox(shown === 'unread');
  const markRead = useMarkRead();
  return (
    <>
      <PageHeader title={t('nav.inbox')}>
        <SegmentedControl
          aria-label={t('inbox.filter')}
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: t('inbox.all') },
            { value: 'unread', label: t('inbox.unread') },
          ]}
        />
        <Button
          variant="default"
          onClick={() => {
            markRead.mutate('all');
          }}
        >
          {t('inbox.readAll')}
        </Button>
      </PageHeader>
      {inbox.error && <ErrorState error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.isPending && <Loading />}
      {inbox.isSuccess && inbox.items.length === 0 && (
        <EmptyState title={t('inbox.empty')}>{t('inbox.emptyHint')}</EmptyState>
      )}
      <Stack gap="sm">
        {inbox.items.map((message) => (
          <Message key={message.id} message={message} onRead={markRead.mutate} />
        ))}
      </Stack>
      {inbox.hasNextPage && (
        <Button mt="md" variant="default" loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function Message({ message, onRead }: { message: Schema<'NotificationView'>; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const unread = message.readAt === null;
  const read = (): void => {
    if (unread) onRead(message.id);
  };
  return (
    <Card withBorder p="md" style={unread ? { borderLeft: '5px solid #8f1d21' } : undefined}>
      <Group justify="space-between" align="flex-start" wrap="wrap">
        <Anchor
          fw={unread ? 700 : 500}
          renderRoot={(props) => <Link to={message.link as never} {...props} />}
          onClick={read}
          style={{ flex: '1 1 260px' }}
        >
          {message.title}
        </Anchor>
        <Text fz="sm" c="#5f5a54">
          {writeInstant(message.createdAt)}
        </Text>
      </Group>
      <Text mt={4} style={{ whiteSpace: 'pre-line' }}>
        {message.body}
      </Text>
      {unread && (
        <Button mt="xs" size="compact-md" variant="subtle" onClick={read} w="fit-content">
          {t('inbox.markRead')}
        </Button>
      )}
    </Card>
  );
}
