import { Anchor, Button, Card, Stack, Text, TextInput } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { PaperButtons } from '../../components/paper-buttons';
import { ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import { AnswerButton, NoticeAnswers } from './notice-answers';
import { NoticeDocument } from './notice-document';
import { NoticeDraftDialog } from './notice-draft-dialog';
import { type QuotaNotice, useAnswerNotice, useDiscardNotice, useNotice, usePublishNotice } from './notices-api';

/** One notice of places: the document with its annex, and who has looked and acknowledged. */
export function QuotaNoticePage() {
  const { t } = useTranslation();
  const { noticeId = '' } = useParams({ strict: false }) as { noticeId?: string };
  const notice = useNotice(noticeId);
  const { mutate: answer, isPending } = useAnswerNotice(noticeId);
  const shown = notice.data;
  const unseen = shown?.can.acknowledge === true && shown.seen === 0;
  useEffect(() => {
    if (unseen) answer('seen');
  }, [unseen, answer]);
  if (notice.error) return <ErrorState error={notice.error} retry={() => void notice.refetch()} />;
  if (!shown) return <Loading />;
  return (
    <>
      <Anchor
        className="no-print"
        renderRoot={(props) => (
          <Link to="/chi-tieu" search={{ nam: shown.period, tab: 'thong-bao' } as never} {...props} />
        )}
      >
        {t('quotaNotices.title')}
      </Anchor>
      <div className="no-print">
        <PageHeader
          title={
            shown.documentNumber === null
              ? t('quotaNotices.draftOf', { period: shown.period })
              : t('quotaNotices.numbered', { number: shown.documentNumber, date: writeDate(shown.documentDate) })
          }
          subtitle={t('quotaNotices.due', { date: writeDate(shown.deadline) })}
        >
          <PaperButtons path={`/quotas/notices/${noticeId}`} />
          {shown.can.publish && <DraftActions notice={shown} />}
          {shown.can.acknowledge && (
            <Button
              loading={isPending}
              onClick={() => {
                answer('acknowledge', {
                  onSuccess: () => {
                    notifyDone(t('quotaNotices.acknowledged'));
                  },
                  onError: notifyProblem,
                });
              }}
            >
              {t('quotaNotices.acknowledge')}
            </Button>
          )}
          {shown.can.answer && <AnswerButton notice={shown} />}
        </PageHeader>
        {shown.replacedBy !== null && <Text mb="sm">{t('quotaNotices.replacedBy', { number: shown.replacedBy })}</Text>}
      </div>
      <Stack>
        <Card withBorder p="lg">
          <NoticeDocument notice={shown} />
        </Card>
        {shown.calls.length > 0 && <NoticeAnswers notice={shown} />}
      </Stack>
    </>
  );
}

function DraftActions({ notice }: { notice: QuotaNotice }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'edit' | 'publish' | null>(null);
  const discard = useDiscardNotice(notice.id);
  return (
    <>
      <Button
        variant="default"
        loading={discard.isPending}
        onClick={() => {
          discard.mutate(undefined, {
            onSuccess: () =>
              void navigate({ to: '/chi-tieu', search: { nam: notice.period, tab: 'thong-bao' } as never }),
            onError: notifyProblem,
          });
        }}
      >
        {t('quotaNotices.discard')}
      </Button>
      <Button
        variant="default"
        onClick={() => {
          setOpen('edit');
        }}
      >
        {t('quotaNotices.edit')}
      </Button>
      <Button
        disabled={notice.lines.length === 0}
        onClick={() => {
          setOpen('publish');
        }}
      >
        {t('quotaNotices.publish')}
      </Button>
      {open === 'edit' && (
        <NoticeDraftDialog
          year={notice.period}
          notice={notice}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {open === 'publish' && (
        <PublishDialog
          notice={notice}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </>
  );
}

function PublishDialog({ notice, onClose }: { notice: QuotaNotice; onClose: () => void }) {
  const { t } = useTranslation();
  const publish = usePublishNotice(notice.id);
  const [documentNumber, setNumber] = useState('');
  const [documentDate, setDate] = useState<string | null>(today());
  const [signer, setSigner] = useState('');
  const units = new Set(notice.lines.map(({ unitId }) => unitId)).size;
  return (
    <Dialog
      opened
      title={t('quotaNotices.publish')}
      onClose={onClose}
      submitLabel={t('quotaNotices.publish')}
      busy={publish.isPending}
      error={publish.error}
      fields={['documentNumber', 'documentDate', 'signer']}
      onSubmit={() => {
        publish.mutate(
          { documentNumber, documentDate: documentDate ?? '', signer },
          {
            onSuccess: () => {
              notifyDone(t('quotaNotices.published'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>
        {t('quotaNotices.publishExplained', {
          units,
          places: notice.lines.reduce((sum, { places }) => sum + places, 0),
          date: writeDate(notice.deadline),
        })}
      </Text>
      <TextInput
        label={t('quotaNotices.number')}
        required
        value={documentNumber}
        error={fieldError(publish.error, 'documentNumber')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
        }}
      />
      <DateField
        label={t('quotaNotices.date')}
        required
        value={documentDate}
        onChange={setDate}
        error={fieldError(publish.error, 'documentDate')}
      />
      <TextInput
        label={t('quotaNotices.signer')}
        required
        value={signer}
        error={fieldError(publish.error, 'signer')}
        onChange={({ currentTarget }) => {
          setSigner(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
