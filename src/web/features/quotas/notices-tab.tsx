import { Anchor, Button, Card, Group, MultiSelect, Stack, Text, Textarea } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { StateBadge } from '../../components/badges';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { usePrograms } from '../programs/api';
import { useDraftNotice, useNotices } from './notices-api';

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
        <DraftDialog
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
          {notice.state === 'published' && <Text fz="sm">{t('quotaNotices.answered', { ...notice })}</Text>}
          <StateBadge family="noticeState" state={notice.state} />
        </Group>
      </Group>
    </Card>
  );
}

function DraftDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const programs = usePrograms();
  const rationed = programs.data?.items.filter(({ needsQuota }) => needsQuota) ?? [];
  const [programIds, setProgramIds] = useState<string[]>(rationed.map(({ id }) => id));
  const [deadline, setDeadline] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const draft = useDraftNotice();
  return (
    <Dialog
      opened
      title={t('quotaNotices.new')}
      onClose={onClose}
      submitLabel={t('quotaNotices.draft')}
      busy={draft.isPending}
      error={draft.error}
      fields={['programIds', 'deadline', 'note']}
      onSubmit={() => {
        draft.mutate(
          { period: year, programIds, deadline: deadline ?? '', ...(note.trim() !== '' && { note }) },
          {
            onSuccess: ({ id }) => void navigate({ to: '/chi-tieu/thong-bao/$noticeId', params: { noticeId: id } }),
          },
        );
      }}
    >
      <Text>{t('quotaNotices.newExplained', { year })}</Text>
      <MultiSelect
        label={t('quotaNotices.programs')}
        required
        value={programIds}
        data={rationed.map(({ id, name }) => ({ value: id, label: name }))}
        error={fieldError(draft.error, 'programIds')}
        onChange={setProgramIds}
      />
      <DateField
        label={t('quotaNotices.deadline')}
        required
        value={deadline}
        onChange={setDeadline}
        error={fieldError(draft.error, 'deadline')}
      />
      <Textarea
        label={t('quotaNotices.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        error={fieldError(draft.error, 'note')}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
