import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { NoticeDraftDialog } from './notice-draft-dialog';
import { useNotices } from './notices-api';

/** Thông báo chỉ tiêu of a year: drafts first, then those published, each with who has looked. */
export function NoticesTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const mayWrite = useMay('quotaNotices.write');
  // A unit has to answer whatever calls it, of whichever year it is.
  const notices = useNotices(useMay('quotaNotices.answer') ? undefined : year);
  const [drafting, setDrafting] = useState(false);
  if (notices.error) return <ErrorState error={notices.error} retry={() => void notices.refetch()} />;
  if (!notices.data) return <Loading />;
  const { items } = notices.data;
  return (
    <Stack>
      {mayWrite && (
        <Group justify="space-between">
          <Text c="#5f5a54" style={{ flex: '1 1 260px' }}>
            {t('quotaNotices.hint')}
          </Text>
          <Button
            onClick={() => {
              setDrafting(true);
            }}
          >
            {t('quotaNotices.new')}
          </Button>
        </Group>
      )}
      {items.length === 0 && (
        <EmptyState title={t('quotaNotices.empty')}>{mayWrite ? t('quotaNotices.emptyHint') : undefined}</EmptyState>
      )}
      {items.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      {drafting && (
        <NoticeDraftDialog
          year={year}
          onClose={() => {
            setDrafting(false);
          }}
        />
      )}
    </Stack>
  );
}

function NoticeCard({ notice }: { notice: Schema<'QuotaNoticeSummary'> }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="article">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: '1 1 260px' }}>
          <Anchor
            fw={600}
            renderRoot={(props) => (
              <Link to="/chi-tieu/thong-bao/$noticeId" params={{ noticeId: notice.id }} {...props} />
            )}
          >
            {notice.documentNumber === null
              ? t('quotaNotices.draftOf', { period: notice.period })
              : t('quotaNotices.numbered', { number: notice.documentNumber, date: writeDate(notice.documentDate) })}
          </Anchor>
          <Text fz="sm">{notice.programs.map(({ name }) => name).join('; ')}</Text>
          <Text fz="sm" c="#5f5a54">
            {t('quotaNotices.due', { date: writeDate(notice.deadline) })}
          </Text>
          {notice.replacedBy !== null && (
            <Text fz="sm" c="#5f5a54">
              {t('quotaNotices.replacedBy', { number: notice.replacedBy })}
            </Text>
          )}
        </div>
        <Group gap="sm">
          {notice.state === 'published' && <Text fz="sm">{t('quotaNotices.answeredOf', { ...notice })}</Text>}
          <StateBadge family="noticeState" state={notice.state} />
        </Group>
      </Group>
    </Card>
  );
}
