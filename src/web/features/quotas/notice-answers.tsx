import { Button, Card, Group, Radio, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { writeDate, writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type QuotaNotice, useExtendNotice, useReplyToNotice } from './notices-api';

type Call = QuotaNotice['calls'][number];
const ANSWERS = ['list', 'none', 'more-time'] as const;

/** What the units called have answered, the silent and late ones at a glance. */
export function NoticeAnswers({ notice }: { notice: QuotaNotice }) {
  const { t } = useTranslation();
  const [extending, setExtending] = useState<Call | null>(null);
  const mayExtend = useMay('quotaNotices.write');
  const count = (standing: Call['standing']): number =>
    notice.calls.filter((call) => call.standing === standing).length;
  return (
    <Card withBorder p={0} className="no-print">
      <Group justify="space-between" p="md" pb="xs">
        <Text fw={600}>{t('quotaNotices.calls')}</Text>
        <Text>
          {t('quotaNotices.standing', {
            answered: count('answered') + count('answered-late'),
            called: notice.called,
            late: count('late'),
            silent: count('silent') + count('more-time'),
          })}
        </Text>
      </Group>
      <Table className="cards" verticalSpacing="xs" aria-label={t('quotaNotices.calls')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('officials.unit')}</Table.Th>
            <Table.Th>{t('quotaNotices.state')}</Table.Th>
            <Table.Th>{t('quotaNotices.answerOf')}</Table.Th>
            <Table.Th>{t('quotaNotices.deadline')}</Table.Th>
            <Table.Th>{t('quotaNotices.acknowledgedAt')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {notice.calls.map((call) => (
            <Table.Tr key={call.id}>
              <Table.Td data-title>{call.unit.name}</Table.Td>
              <Table.Td data-label={t('quotaNotices.state')}>
                <StateBadge family="noticeCall" state={call.standing} />
              </Table.Td>
              <Table.Td data-label={t('quotaNotices.answerOf')}>
                <Answer call={call} />
              </Table.Td>
              <Table.Td data-label={t('quotaNotices.deadline')}>
                {writeDate(call.deadline)}{' '}
                {mayExtend && notice.state === 'published' && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('quotaNotices.extendOf', { unit: call.unit.name })}
                    onClick={() => {
                      setExtending(call);
                    }}
                  >
                    {t('quotaNotices.extend')}
                  </Button>
                )}
              </Table.Td>
              <Table.Td data-label={t('quotaNotices.acknowledgedAt')}>
                {writeInstant(call.acknowledgedAt ?? call.seenAt)}{' '}
                {call.acknowledgedBy !== null
                  ? `(${call.acknowledgedBy})`
                  : t(call.seenAt === null ? 'quotaNotices.unseen' : 'quotaNotices.seenOnly')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {extending && (
        <ExtendDialog
          notice={notice}
          call={extending}
          onClose={() => {
            setExtending(null);
          }}
        />
      )}
    </Card>
  );
}

function Answer({ call: { answer, reason, askedUntil, nominated } }: { call: Call }) {
  const { t } = useTranslation();
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Text fz="sm">{t('quotaNotices.nominated', { count: nominated })}</Text>
      {answer !== null && answer !== 'list' && (
        <Text fz="sm">
          {t(`quotaNotices.said.${answer}`, { date: writeDate(askedUntil) })} {reason}
        </Text>
      )}
    </div>
  );
}

/** Opens the answer of one's own unit. */
export function AnswerButton({ notice }: { notice: QuotaNotice }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('quotaNotices.answer')}
      </Button>
      {open && (
        <AnswerDialog
          notice={notice}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function AnswerDialog({ notice, onClose }: { notice: QuotaNotice; onClose: () => void }) {
  const { t } = useTranslation();
  const reply = useReplyToNotice(notice.id);
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>('list');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  return (
    <Dialog
      opened
      title={t('quotaNotices.answer')}
      submitLabel={t('quotaNotices.send')}
      busy={reply.isPending}
      error={reply.error}
      fields={['reason', 'until']}
      onClose={onClose}
      onSubmit={() => {
        reply.mutate(
          {
            answer,
            ...(answer !== 'list' && { reason }),
            ...(answer === 'more-time' && { until: until ?? '' }),
          },
          {
            onSuccess: () => {
              notifyDone(t('quotaNotices.sent'));
              onClose();
            },
          },
        );
      }}
    >
      <Radio.Group
        label={t('quotaNotices.answerOf')}
        value={answer}
        onChange={(value) => {
          setAnswer(value as (typeof ANSWERS)[number]);
        }}
      >
        <Stack gap="xs" mt="xs">
          {ANSWERS.map((value) => (
            <Radio key={value} value={value} label={t(`quotaNotices.answers.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {answer !== 'list' && (
        <Textarea
          required
          label={t('quotaNotices.reason')}
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={fieldError(reply.error, 'reason')}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
        />
      )}
      {answer === 'more-time' && (
        <DateField
          required
          label={t('quotaNotices.until')}
          value={until}
          error={fieldError(reply.error, 'until')}
          onChange={setUntil}
        />
      )}
    </Dialog>
  );
}

function ExtendDialog({ notice, call, onClose }: { notice: QuotaNotice; call: Call; onClose: () => void }) {
  const { t } = useTranslation();
  const extend = useExtendNotice(notice.id);
  const [deadline, setDeadline] = useState<string | null>(call.askedUntil ?? call.deadline);
  return (
    <Dialog
      opened
      title={t('quotaNotices.extendOf', { unit: call.unit.name })}
      submitLabel={t('common.save')}
      busy={extend.isPending}
      error={extend.error}
      fields={['deadline']}
      onClose={onClose}
      onSubmit={() => {
        extend.mutate({ callId: call.id, deadline: deadline ?? '' }, { onSuccess: onClose });
      }}
    >
      {call.reason !== null && <Text>{call.reason}</Text>}
      <DateField
        required
        label={t('quotaNotices.deadline')}
        value={deadline}
        error={fieldError(extend.error, 'deadline')}
        onChange={setDeadline}
      />
    </Dialog>
  );
}
