import { Alert, Anchor, Button, Card, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client';
import { DateField } from '../../components/date-field';
import { fieldError } from '../../components/dialog';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { type UnitCall, useAnswerCall, useCalls } from '../courses/api';

const NO_ONE = 'khong-co-nguoi';
const MORE_TIME = 'them-thoi-gian';
const A_WEEK_MS = 7 * 86_400_000;

/** Where a link of a message ends: at the page it speaks of, or at one question that is answered with one tap. */
export function LinkPage() {
  const { t } = useTranslation();
  const { token } = useParams({ strict: false }) as { token: string };
  const { lam } = useSearch({ strict: false }) as { lam?: string };
  const link = useQuery({
    queryKey: ['message-link', token],
    retry: false,
    queryFn: () => answer(api.GET('/api/v1/message-links/{token}', { params: { path: { token } } })),
  });
  if (link.error)
    return (
      <>
        <ErrorState error={link.error} />
        <Anchor renderRoot={(props) => <Link to="/hop-thu" {...props} />}>{t('messageLink.toInbox')}</Anchor>
      </>
    );
  if (!link.data) return <Loading />;
  const { callId, link: to } = link.data;
  if (callId === null || (lam !== NO_ONE && lam !== MORE_TIME)) return <Navigate to={to as never} replace />;
  return <Question courseId={to.split('/').pop() ?? ''} callId={callId} asks={lam} />;
}

function Question({ courseId, callId, asks }: { courseId: string; callId: string; asks: string }) {
  const { t } = useTranslation();
  const calls = useCalls({ courseId });
  if (calls.error) return <ErrorState error={calls.error} retry={() => void calls.refetch()} />;
  if (!calls.data) return <Loading />;
  const call = calls.data.items.find(({ id }) => id === callId);
  return (
    <>
      <PageHeader title={t(asks === NO_ONE ? 'calls.noOne' : 'calls.moreTime')} subtitle={call?.course.title ?? ''} />
      <Card withBorder maw={560}>
        {call?.can.answer ? <Answer call={call} asks={asks} /> : <Answered call={call} />}
        <Group mt="md">
          <Anchor renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId }} {...props} />}>
            {t('messageLink.toClass')}
          </Anchor>
        </Group>
      </Card>
    </>
  );
}

/** Nothing is left to say: the unit has answered, or the class takes no more. */
function Answered({ call }: { call: UnitCall | undefined }) {
  const { t } = useTranslation();
  return (
    <Alert color="green" role="status">
      {call?.answer
        ? t('messageLink.hasAnswered', {
            answer: t(`calls.answer.${call.answer}`, { until: writeDate(call.askedUntil) }),
          })
        : t('messageLink.closed')}
    </Alert>
  );
}

/** The answer, filled in already: one tap sends it. */
function Answer({ call, asks }: { call: UnitCall; asks: string }) {
  const { t } = useTranslation();
  const { decline, askMoreTime } = useAnswerCall(call.id);
  const noOne = asks === NO_ONE;
  const [reason, setReason] = useState(t(noOne ? 'messageLink.noOneReason' : 'messageLink.moreTimeReason'));
  const [until, setUntil] = useState<string | null>(aWeekLater(call));
  const { error, isPending } = noOne ? decline : askMoreTime;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (noOne) decline.mutate(reason);
        else askMoreTime.mutate({ until: until ?? '', reason });
      }}
    >
      <Stack>
        <Text>{t('calls.due', { deadline: writeDate(call.deadline) })}</Text>
        {noOne && <Text>{t('calls.noOneExplain', { unit: call.unit.name })}</Text>}
        {!noOne && (
          <DateField
            label={t('calls.until')}
            required
            value={until}
            onChange={setUntil}
            minDate={call.deadline}
            maxDate={call.course.startsOn}
            error={fieldError(error, 'until')}
          />
        )}
        <Textarea
          label={t('common.reason')}
          required
          maxLength={1000}
          value={reason}
          error={fieldError(error, 'reason')}
          onChange={({ currentTarget }) => {
            setReason(currentTarget.value);
          }}
        />
        {error && <ErrorState error={error} />}
        <Button type="submit" size="lg" loading={isPending}>
          {t(noOne ? 'messageLink.confirmNoOne' : 'messageLink.confirmMoreTime')}
        </Button>
      </Stack>
    </form>
  );
}

/** A week after the deadline, or the day the class begins if that is sooner. */
function aWeekLater({ deadline, course }: UnitCall): string {
  const later = new Date(Date.parse(`${deadline}T00:00:00Z`) + A_WEEK_MS).toISOString().slice(0, 10);
  return later < course.startsOn ? later : course.startsOn;
}
