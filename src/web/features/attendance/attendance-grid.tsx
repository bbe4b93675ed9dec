import { Anchor, Box, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/states';
import { clockOf, dayOf } from '../timetable/times';
import { type AttendancePerson, type Cell, type CourseAttendance, MARKS } from './api';
import './attendance.css';
import { useSessionText } from './session-text';
import { TallyLine } from './tally-line';

const SIGNS: Readonly<Record<Cell, string>> = {
  present: 'x',
  late: 'M',
  excused: 'P',
  absent: 'K',
  open: '',
  off: '–',
};

/** The whole class: people by sessions, as a sheet on paper; on a small screen what each adds up to. */
export function AttendanceGrid({
  attendance,
  onSession,
}: {
  attendance: CourseAttendance;
  /** Opens a session's own sheet; missing for those who only read. */
  onSession?: (id: string) => void;
}) {
  const { t } = useTranslation();
  const { sessions, people } = attendance;
  const when = useSessionText();
  if (people.length === 0) return <EmptyState title={t('attendance.nobody')}>{t('attendance.nobodyHint')}</EmptyState>;
  return (
    <>
      <Box visibleFrom="sm" className="attendance-grid" tabIndex={0} role="region" aria-label={t('attendance.whole')}>
        <Table withTableBorder withColumnBorders aria-label={t('attendance.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th data-name>{t('officials.person')}</Table.Th>
              {sessions.map((session) => (
                <Table.Th key={session.id} ta="center" fz="xs" title={when(session)}>
                  <SessionHead session={session} {...(onSession && { onSession })} />
                </Table.Th>
              ))}
              {MARKS.map((mark) => (
                <Table.Th key={mark} fz="xs">
                  {t(`attendance.marks.${mark}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('attendance.sum')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Table.Tr key={person.nominationId}>
                <Table.Th scope="row" data-name>
                  <Person person={person} />
                </Table.Th>
                {sessions.map(({ id }, index) => (
                  <CellOf key={id} cell={person.cells[index] ?? 'off'} />
                ))}
                {MARKS.map((mark) => (
                  <Table.Td key={mark} ta="center">
                    {person.tally.marks[mark]}
                  </Table.Td>
                ))}
                <Table.Td>
                  <TallyLine tally={person.tally} compact />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text fz="sm" c="#5f5a54" mt="xs">
          {t('attendance.signs')}
        </Text>
      </Box>
      <Stack hiddenFrom="sm" component="ul" p={0} m={0} gap="md" style={{ listStyle: 'none' }}>
        {people.map((person) => (
          <li key={person.nominationId}>
            <Person person={person} />
            <TallyLine tally={person.tally} />
          </li>
        ))}
      </Stack>
    </>
  );
}

function SessionHead({
  session: { id, startsAt, begun, open },
  onSession,
}: {
  session: CourseAttendance['sessions'][number];
  onSession?: (id: string) => void;
}) {
  const { t } = useTranslation();
  const day = dayOf(startsAt).split('-').reverse().slice(0, 2).join('/');
  const label = (
    <>
      {day}
      <br />
      {clockOf(startsAt)}
    </>
  );
  return (
    <>
      {onSession && begun ? (
        <Anchor
          component="button"
          type="button"
          fz="xs"
          onClick={() => {
            onSession(id);
          }}
        >
          {label}
        </Anchor>
      ) : (
        label
      )}
      {begun && open > 0 && (
        <Text fz="xs" c="son.7">
          {t('attendance.lacks', { count: open })}
        </Text>
      )}
    </>
  );
}

function Person({ person: { officialId, fullName, unit } }: { person: AttendancePerson }) {
  return (
    <>
      <Anchor fw={600} renderRoot={(props) => <Link to="/can-bo/$officialId" params={{ officialId }} {...props} />}>
        {fullName}
      </Anchor>
      <Text fz="sm" c="#5f5a54">
        {unit.name}
      </Text>
    </>
  );
}

function CellOf({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const text = t(`attendance.cells.${cell}`);
  return (
    <Table.Td data-cell={cell} title={text}>
      <span aria-hidden>{SIGNS[cell]}</span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </Table.Td>
  );
}
