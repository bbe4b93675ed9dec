import { Button, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { notifyDone, notifyProblem } from '../../components/notify';
import { ReasonDialog } from '../../components/reason-dialog';
import { type AttendedCourse, useApologise } from './api';
import { useSessionText } from './session-text';
import { TallyLine } from './tally-line';

/** What one person was at, class by class: the sum, and below it each session that was held or is to come. */
export function AttendedCourses({ items }: { items: readonly AttendedCourse[] }) {
  const { t } = useTranslation();
  return (
    <Stack component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {items.map((item) => (
        <Card key={item.nominationId} withBorder component="li" style={{ overflowWrap: 'anywhere' }}>
          <Text fw={600}>
            {item.course.title} ({item.course.code})
          </Text>
          <TallyLine tally={item.tally} />
          {item.minimum !== null && (
            <Text fz="sm" c="#5f5a54">
              {t('attendance.minimum', { minimum: item.minimum })}
            </Text>
          )}
          <details>
            <summary style={{ cursor: 'pointer', paddingBlock: 10 }}>
              {t('attendance.sessionsOf', { count: item.sessions.length })}
            </summary>
            <Sessions item={item} />
          </details>
        </Card>
      ))}
    </Stack>
  );
}

function Sessions({ item }: { item: AttendedCourse }) {
  const { sessions, course } = item;
  const { t } = useTranslation();
  const when = useSessionText();
  return (
    <Table className="cards" aria-label={`${t('attendance.title')}: ${course.code}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('attendance.session')}</Table.Th>
          <Table.Th>{t('timetable.subject')}</Table.Th>
          <Table.Th>{t('attendance.title')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Table.Tr key={session.id}>
            <Table.Td data-title>{when(session)}</Table.Td>
            <Table.Td data-label={t('timetable.subject')}>{session.subject ?? '—'}</Table.Td>
            <Table.Td data-label={t('attendance.title')}>
              {session.mark || session.apology || session.canApologise ? (
                <SessionState session={session} nominationId={item.nominationId} />
              ) : (
                <Text fz="sm">{t('attendance.cells.open')}</Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How it was, or what was said of it beforehand; while it is to come, a way to say so. */
function SessionState({
  session: { id, mark, apology, canApologise, ...when },
  nominationId,
}: {
  session: AttendedCourse['sessions'][number];
  nominationId: string;
}) {
  const { t } = useTranslation();
  const write = useSessionText();
  const apologise = useApologise();
  const [asked, setAsked] = useState(false);
  return (
    <Group gap="xs" justify="flex-end" style={{ textAlign: 'start' }}>
      {mark && <StateBadge family="mark" state={mark} />}
      {apology && (
        <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('attendance.apology.said', { by: apology.by, reason: apology.reason })}
        </Text>
      )}
      {canApologise && apology && (
        <Button
          size="compact-md"
          variant="default"
          loading={apologise.isPending}
          onClick={() => {
            apologise.mutate({ sessionId: id, nominationId, reason: null }, { onError: notifyProblem });
          }}
        >
          {t('attendance.apology.takeBack')}
        </Button>
      )}
      {canApologise && !apology && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={`${t('attendance.apology.say')}: ${write(when)}`}
          onClick={() => {
            setAsked(true);
          }}
        >
          {t('attendance.apology.say')}
        </Button>
      )}
      {asked && (
        <ReasonDialog
          title={`${t('attendance.apology.say')}: ${write(when)}`}
          explanation={t('attendance.apology.hint')}
          submitLabel={t('attendance.apology.say')}
          busy={apologise.isPending}
          error={apologise.error}
          onClose={() => {
            setAsked(false);
          }}
          onSubmit={(reason = '') => {
            apologise.mutate(
              { sessionId: id, nominationId, reason },
              {
                onSuccess: () => {
                  setAsked(false);
                  notifyDone(t('attendance.apology.done'));
                },
              },
            );
          }}
        />
      )}
    </Group>
  );
}
