import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { writeDate, writeInstant } from '../../i18n/dates';
import { type Reminder, type ReminderFilters, useReminders } from './api';

/** What went, what is due, and what was dropped and why. */
export function ReminderTable({ filters }: { filters: ReminderFilters }) {
  const { t } = useTranslation();
  const reminders = useReminders(filters);
  return (
    <DataTable<Reminder>
      label={t('nav.reminders')}
      list={reminders}
      empty={{ title: t('reminders.empty'), hint: t('reminders.emptyHint') }}
      columns={[
        { label: t('officials.unit'), title: true, render: ({ unit }) => unit.name },
        ...(filters.courseId
          ? []
          : [
              {
                label: t('courses.class'),
                render: ({ course }: Reminder) => (
                  <Anchor
                    renderRoot={(props) => <Link to="/lop/$courseId" params={{ courseId: course.id }} {...props} />}
                  >
                    {course.code}
                  </Anchor>
                ),
              },
            ]),
        {
          label: t('reminders.stage'),
          render: ({ stage, deadline }) => t(`reminders.stages.${stage}`, { deadline: writeDate(deadline) }),
        },
        { label: t('reminders.dueAt'), render: ({ dueAt, sentAt }) => writeInstant(sentAt ?? dueAt) },
        { label: t('reminders.state'), render: (reminder) => <Outcome reminder={reminder} /> },
      ]}
    />
  );
}

function Outcome({ reminder: { state, recipients, droppedBecause } }: { reminder: Reminder }) {
  const { t } = useTranslation();
  return (
    <div>
      <StateBadge family="reminder" state={state} />
      {recipients !== null && <Text fz="sm">{t('reminders.recipients', { count: recipients })}</Text>}
      {droppedBecause && <Text fz="sm">{t(`reminders.dropped.${droppedBecause}`)}</Text>}
    </div>
  );
}
