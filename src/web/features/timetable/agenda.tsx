import { Card, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';
import type { Session } from './api';
import { clockOf, dayOf, weekdayOf } from './times';

/** Sessions as a list, day by day: what a phone has room for. @param title what they have in common. */
export function Agenda({
  title,
  sessions,
  onChoose,
}: {
  title?: string;
  sessions: readonly Session[];
  onChoose: (session: Session) => void;
}) {
  const { i18n } = useTranslation();
  const days = [...new Set(sessions.map(({ startsAt }) => dayOf(startsAt)))];
  return (
    <Stack mb="lg">
      {title !== undefined && (
        <Title order={3} fz="lg" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Title>
      )}
      {days.map((day) => (
        <section key={day}>
          <Title order={title === undefined ? 3 : 4} fz="md" mb={4}>
            {weekdayOf(day, i18n.language)}, {writeDate(day)}
          </Title>
          <Stack gap={6}>
            {sessions
              .filter(({ startsAt }) => dayOf(startsAt) === day)
              .map((session) => (
                <UnstyledButton
                  key={session.id}
                  onClick={() => {
                    onChoose(session);
                  }}
                >
                  <Card withBorder p="sm">
                    <Text fw={600}>
                      {clockOf(session.startsAt)}–{clockOf(session.endsAt)} · {session.subject ?? session.course.title}
                    </Text>
                    <Text fz="sm" c="#5f5a54">
                      {[session.course.code, session.room?.name, session.lecturer?.fullName]
                        .filter(Boolean)
                        .join(' · ')}
                    </Text>
                  </Card>
                </UnstyledButton>
              ))}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
