import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../components/badges';
import { DataTable } from '../../components/data-table';
import { writeInstant } from '../../i18n/dates';
import { type Delivery, useDeliveries } from './seeing-api';
import { stageText } from './stage-text';

/** Who got what about a class, by what, whether they read it, and how fast their unit answered. */
export function CourseDeliveries({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  const deliveries = useDeliveries(courseId);
  return (
    <DataTable<Delivery>
      label={t('reminders.deliveries.title')}
      list={deliveries}
      empty={{ title: t('reminders.deliveries.none'), hint: t('reminders.emptyHint') }}
      columns={[
        { label: t('officials.unit'), title: true, render: ({ unit }) => unit.name },
        { label: t('reminders.deliveries.person'), render: ({ person }) => person },
        {
          label: t('reminders.stage'),
          render: ({ trigger, stage, digest }) =>
            stageText(t, { trigger, stage }, null) + (digest ? ` (${t('reminders.deliveries.digest')})` : ''),
        },
        { label: t('reminders.deliveries.sentAt'), render: ({ sentAt }) => writeInstant(sentAt) },
        {
          label: t('reminders.deliveries.sendings'),
          render: ({ sendings }) => <Sendings sendings={sendings ?? []} />,
        },
        {
          label: t('reminders.deliveries.read'),
          render: ({ readAt }) => (readAt ? writeInstant(readAt) : t('reminders.deliveries.unread')),
        },
        { label: t('reminders.deliveries.answered'), render: (delivery) => <Answered delivery={delivery} /> },
      ]}
    />
  );
}

/** What carried it besides the inbox, and what became of that. */
function Sendings({ sendings }: { sendings: NonNullable<Delivery['sendings']> }) {
  const { t } = useTranslation();
  if (sendings.length === 0) return '—';
  return (
    <Stack gap={4}>
      {sendings.map(({ channel, state, insteadOf }) => (
        <Group key={channel} gap={6} wrap="nowrap">
          <Text fz="sm">
            {insteadOf === null
              ? t(`channels.short.${channel}`)
              : t('channels.shortInstead', {
                  channel: t(`channels.short.${channel}`),
                  other: t(`channels.short.${insteadOf}`),
                })}
          </Text>
          <StateBadge family="mail" state={state} />
        </Group>
      ))}
    </Stack>
  );
}

function Answered({ delivery: { trigger, answer, hoursToAnswer } }: { delivery: Delivery }) {
  const { t } = useTranslation();
  if (trigger !== 'opening' && trigger !== 'deadline') return '—';
  if (answer === null) return t('reminders.deliveries.silent');
  const when = hoursToAnswer === null ? 'before' : hoursToAnswer === 0 ? 'atOnce' : 'after';
  return `${t(`reminders.deliveries.answer.${answer}`)}, ${t(`reminders.deliveries.${when}`, { hours: hoursToAnswer })}`;
}
