import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { writeInstant } from '../../i18n/dates';
import { type Reminder, type ReminderFilters, useReminders } from './api';
import { About } from './about';
import { ReminderActions } from './reminder-actions';
import { stageText } from './stage-text';

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
                label: t('reminders.about'),
                render: ({ course, places }: Reminder) => <About course={course} places={places} />,
              },
            ]),
        {
          label: t('reminders.stage'),
          render: (reminder) => <Stage reminder={reminder} />,
        },
        { label: t('reminders.dueAt'), render: ({ dueAt, sentAt }) => writeInstant(sentAt ?? dueAt) },
        { label: t('reminders.state'), render: (reminder) => <Outcome reminder={reminder} /> },
        ...(reminders.items.some(({ canEdit }) => canEdit)
          ? [
              {
                label: t('reminders.actions'),
                render: (reminder: Reminder) => reminder.canEdit && <ReminderActions reminder={reminder} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Stage({ reminder: { trigger, stage, deadline, note, audience } }: { reminder: Reminder }) {
  const { t } = useTranslation();
  const above = audience.slice(1);
  return (
    <div>
      {stageText(t, { trigger, stage }, deadline)}
      {above.length > 0 && (
        <Text fz="sm">
          {t('reminders.copies', { levels: above.map((level) => t(`reminders.levels.${level}`)).join(', ') })}
        </Text>
      )}
      {note && <Text fz="sm">{note}</Text>}
    </div>
  );
}

function Outcome({ reminder: { state, recipients, read, droppedBecause } }: { reminder: Reminder }) {
  const { t } = useTranslation();
  return (
    <div>
      <StateBadge family="reminder" state={state} />
      {recipients !== null && <Text fz="sm">{t('reminders.recipients', { count: recipients, read })}</Text>}
      {droppedBecause && <Text fz="sm">{t(`reminders.dropped.${droppedBecause}`)}</Text>}
    </div>
  );
}
