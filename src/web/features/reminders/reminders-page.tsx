import { Chip, Group, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ExportButton } from '../../components/export-button';
import { PageHeader } from '../../components/page-header';
import { useMay } from '../identity/api';
import type { ReminderFilters } from './api';
import { ReminderTable } from './reminder-table';
import { Responsiveness } from './responsiveness';
import { SilentUnits } from './silent-units';
import { Upcoming } from './upcoming';

const STATES = ['sent', 'planned', 'dropped'] as const;

/** Who is silent, what went and what is due. */
export function RemindersPage() {
  const { t } = useTranslation();
  const { muc = 'nhat-ky', ...filters } = useSearch({ strict: false }) as ReminderFilters & { muc?: string };
  const navigate = useNavigate();
  const mayExtend = useMay('calls.extend');
  const readsAnswers = useMay('reminders.readPolicies');
  return (
    <>
      <PageHeader title={t('nav.reminders')} subtitle={t('reminders.hint')}>
        <ExportButton path="/reminders/export" query={{ state: filters.state }} />
      </PageHeader>
      {mayExtend && <SilentUnits />}
      <Tabs
        mt="lg"
        value={muc}
        keepMounted={false}
        onChange={(next) => {
          void navigate({
            to: '/don-doc',
            search: { ...(next !== 'nhat-ky' && { muc: next }) } as never,
            replace: true,
          });
        }}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="nhat-ky">{t('reminders.log')}</Tabs.Tab>
          <Tabs.Tab value="sap-gui">{t('reminders.upcoming.title')}</Tabs.Tab>
          {readsAnswers && <Tabs.Tab value="tra-loi">{t('reminders.answers.title')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="nhat-ky">
          <Log filters={filters} />
        </Tabs.Panel>
        <Tabs.Panel value="sap-gui">
          <Upcoming />
        </Tabs.Panel>
        {readsAnswers && (
          <Tabs.Panel value="tra-loi">
            <Responsiveness />
          </Tabs.Panel>
        )}
      </Tabs>
    </>
  );
}

/** What went, is planned or was dropped. */
function Log({ filters }: { filters: ReminderFilters }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
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
