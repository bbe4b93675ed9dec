import { Anchor, Button, Card, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { ExportButton } from '../../components/export-button';
import { notifyDone, notifyProblem } from '../../components/notify';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { today, writeDate, writeInstant } from '../../i18n/dates';
import { NoticeDocument } from './notice-document';
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
          <ExportButton path={`/quotas/notices/${noticeId}/export`} />
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => {
              window.print();
            }}
          >
            {t('quotaNotices.print')}
          </Button>
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
        </PageHeader>
        {shown.replacedBy !== null && <Text mb="sm">{t('quotaNotices.replacedBy', { number: shown.replacedBy })}</Text>}
      </div>
      <Stack>
        <Card withBorder p="lg">
          <NoticeDocument notice={shown} />
        </Card>
        {shown.calls.length > 0 && <Answers notice={shown} />}
      </Stack>
    </>
  );
}

function DraftActions({ notice }: { notice: QuotaNotice }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [publishing, setPublishing] = useState(false);
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
        disabled={notice.lines.length === 0}
        onClick={() => {
          setPublishing(true);
        }}
      >
        {t('quotaNotices.publish')}
      </Button>
      {publishing && (
        <PublishDialog
          notice={notice}
          onClose={() => {
            setPublishing(false);
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

/** Who has looked and who has acknowledged. */
function Answers({ notice }: { notice: QuotaNotice }) {
  const { t } = useTranslation();
  return (
    <Card withBorder p={0} className="no-print">
      <Group justify="space-between" p="md" pb="xs">
        <Text fw={600}>{t('quotaNotices.calls')}</Text>
        <Text>{t('quotaNotices.answered', { ...notice })}</Text>
      </Group>
      <Table className="cards" verticalSpacing="xs" aria-label={t('quotaNotices.calls')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('officials.unit')}</Table.Th>
            <Table.Th>{t('quotaNotices.state')}</Table.Th>
            <Table.Th>{t('quotaNotices.seenAt')}</Table.Th>
            <Table.Th>{t('quotaNotices.acknowledgedAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {notice.calls.map(({ id, unit, seenAt, seenBy, acknowledgedAt, acknowledgedBy }) => (
            <Table.Tr key={id}>
              <Table.Td data-title>{unit.name}</Table.Td>
              <Table.Td data-label={t('quotaNotices.state')}>
                <StateBadge
                  family="noticeCall"
                  state={acknowledgedAt !== null ? 'acknowledged' : seenAt !== null ? 'seen' : 'unseen'}
                />
              </Table.Td>
              <Table.Td data-label={t('quotaNotices.seenAt')}>
                {writeInstant(seenAt)} {seenBy !== null && `(${seenBy})`}
              </Table.Td>
              <Table.Td data-label={t('quotaNotices.acknowledgedAt')}>
                {writeInstant(acknowledgedAt)} {acknowledgedBy !== null && `(${acknowledgedBy})`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
