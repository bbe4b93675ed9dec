import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';

/** What a reminder is about: a class, or a unit's places of a program and year. */
export function About({
  course,
  places,
  long = false,
}: Pick<Schema<'UpcomingReminder'>, 'course' | 'places'> & { long?: boolean }) {
  const { t } = useTranslation();
  if (course === null) return places && <Text fw={long ? 600 : undefined}>{t('reminders.places', { ...places })}</Text>;
  return (
    <Anchor
      fw={long ? 600 : undefined}
      renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}
    >
      {long ? `${course.code} · ${course.title}` : course.code}
    </Anchor>
  );
}
