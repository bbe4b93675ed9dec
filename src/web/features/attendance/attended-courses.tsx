import { Card, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import type { AttendedCourse } from './api';
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

function Sessions({ item: { sessions, course } }: { item: AttendedCourse }) {
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
              {session.mark ? (
                <StateBadge family="mark" state={session.mark} />
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
