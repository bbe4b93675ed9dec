import { Button, Card, Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { notifyDone } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { writeDate, writeInstant } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type UnitCall, useAnswerCall } from './api';
import { CallAnswerButtons } from './call-answer';

const ExtendDialog = lazy(async () => ({ default: (await import('./call-dialogs')).ExtendDialog }));
const ExpectedDialog = lazy(async () => ({ default: (await import('./call-dialogs')).ExpectedDialog }));

/** One unit's part of a call: what it answered, how many it sent, and what the board may do about it. */
export function CallTile({ call }: { call: UnitCall }) {
  const { t } = useTranslation();
  const mayExtend = useMay('calls.extend');
  const { expected, sent, timeRefused } = call;
  return (
    <Card withBorder padding="md" component="section" aria-label={call.unit.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {call.unit.name}
        </Text>
        <StateBadge family="call" state={call.status} />
      </Group>
      <Text fz="sm" mt={6}>
        {call.answer
          ? t(`calls.answer.${call.answer}`, { until: writeDate(call.askedUntil) })
          : t('calls.due', { deadline: writeDate(call.deadline) })}
      </Text>
      {(expected !== null || sent > 0) && (
        <Text fz="sm" fw={600} {...(expected !== null && sent < expected && { c: 'son.7' })}>
          {expected === null ? t('calls.sentOnly', { sent }) : t('calls.expectedOf', { sent, expected })}
        </Text>
      )}
      {call.reason && <Text fz="sm">“{call.reason}”</Text>}
      {timeRefused && call.answer === null && (
        <Text fz="sm" c="son.7">
          {t('calls.timeRefused', { reason: timeRefused })}
        </Text>
      )}
      {call.answeredAt && (
        <Text fz="sm" c="#5f5a54">
          {writeInstant(call.answeredAt)}
        </Text>
      )}
      <Group gap="xs" mt="sm">
        {mayExtend ? <BoardButtons call={call} /> : <CallAnswerButtons call={call} />}
      </Group>
    </Card>
  );
}

function BoardButtons({ call }: { call: UnitCall }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'extend' | 'refuse' | 'expected' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  const button = (which: 'extend' | 'refuse' | 'expected', text: string, disabled = false) => (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      onClick={() => {
        setOpen(which);
      }}
    >
      {text}
    </Button>
  );
  return (
    <>
      {button('extend', t('calls.extend'), !call.can.extend)}
      {call.can.refuseTime && button('refuse', t('calls.refuseTime'))}
      {button('expected', t('calls.setExpected'))}
      <Suspense>
        {open === 'extend' && <ExtendDialog call={call} onClose={close} />}
        {open === 'expected' && <ExpectedDialog call={call} onClose={close} />}
      </Suspense>
      {open === 'refuse' && <RefuseTime call={call} onClose={close} />}
    </>
  );
}

function RefuseTime({ call, onClose }: { call: UnitCall; onClose: () => void }) {
  const { t } = useTranslation();
  const { refuseTime } = useAnswerCall(call.id);
  return (
    <ReasonDialog
      title={`${t('calls.refuseTime')}: ${call.unit.name}`}
      explanation={t('calls.refuseTimeExplain', { unit: call.unit.name, deadline: writeDate(call.deadline) })}
      submitLabel={t('calls.refuseTime')}
      busy={refuseTime.isPending}
      error={refuseTime.error}
      onClose={onClose}
      onSubmit={(reason) => {
        refuseTime.mutate(reason ?? '', {
          onSuccess: () => {
            notifyDone(t('calls.refused'));
            onClose();
          },
        });
      }}
    />
  );
}
