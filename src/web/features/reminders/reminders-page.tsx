import { Chip, Group, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { useMay } from '../identity/api';
import type { ReminderFilters } from './api';
import { ReminderTable } from './reminder-table';
import { SilentUnits } from './silent-units';

const STATES = ['sent', 'planned', 'dropped'] as const;

/** Who is silent, what went and what is due. */
export function RemindersPage() {
  const { t } = useTranslation();
  const filters = useSearch({ strict: false }) as ReminderFilters;
  const navigate = useNavigate();
  const mayExtend = useMay('calls.extend');
  return (
    <>
      <PageHeader title={t('nav.reminders')} subtitle={t('reminders.hint')}>
        <ExportButton path="/reminders/export" query={{ state: filters.state }} />
      </PageHeader>
      {mayExtend && <SilentUnits />}
      <Title order={3} mt="lg" mb="sm">
        {t('reminders.log')}
      </Title>
      <Group gap="xs" mb="md" role="group" aria-label={t('reminders.state')}>
        {STATES.map((state) => (
          <Chip
            key={state}
            checked={filters.state === state}
            onChange={() => {
              void navigate({
                to: '/don-doc',
                search: { ...filters, state: filters.state === state ? undefined : state } as never,
                replace: true,
              });
            }}
          >
            {t(`state.reminder.${state}`)}
          </Chip>
        ))}
      </Group>
      <ReminderTable filters={filters} />
    </>
  );
}
