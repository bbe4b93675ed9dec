import { Tabs } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { EligibilityAdmin } from '../eligibility/eligibility-admin';
import { FailuresAdmin } from '../notifications/failures-admin';
import { ChannelsAdmin } from '../notifications/channels-admin';
import { DeliveriesAdmin } from '../notifications/deliveries-admin';
import { ProgramsAdmin } from '../programs/programs-admin';
import { PoliciesAdmin } from '../reminders/policies-admin';
import { TemplatesAdmin } from '../reminders/templates-admin';
import { QueueAdmin } from '../queue/queue-admin';
import { ReorganisationsAdmin } from '../reorganisations/reorganisations-admin';
import { DataCheck } from '../soundness/data-check';
import { StandardsAdmin } from '../standards/standards-admin';
import { DaysOffAdmin } from '../timetable/days-off-admin';
import { LecturersAdmin } from '../timetable/lecturers-admin';
import { RoomsAdmin } from '../timetable/rooms-admin';
import { UnitsAdmin } from '../units/units-admin';
import { AccountsAdmin } from './accounts-admin';

/** Each part of administration has its own address below this one. */
const HOME = '/quan-tri';

const TABS: readonly { path: string; text: string; panel: () => ReactNode }[] = [
  { path: 'don-vi', text: 'admin.units', panel: () => <UnitsAdmin /> },
  { path: 'sap-xep', text: 'reorganisations.title', panel: () => <ReorganisationsAdmin /> },
  { path: 'tai-khoan', text: 'admin.accounts', panel: () => <AccountsAdmin /> },
  { path: 'chuan-chuc-danh', text: 'admin.standards', panel: () => <StandardsAdmin /> },
  { path: 'phong-hoc', text: 'rooms.title', panel: () => <RoomsAdmin /> },
  { path: 'giang-vien', text: 'lecturers.title', panel: () => <LecturersAdmin /> },
  { path: 'ngay-nghi', text: 'daysOff.title', panel: () => <DaysOffAdmin /> },
  { path: 'chuong-trinh', text: 'admin.programs', panel: () => <ProgramsAdmin /> },
  { path: 'dieu-kien', text: 'admin.eligibility', panel: () => <EligibilityAdmin /> },
  { path: 'don-doc', text: 'reminderPolicy.title', panel: () => <PoliciesAdmin /> },
  { path: 'mau-thu', text: 'templates.adminTitle', panel: () => <TemplatesAdmin /> },
  { path: 'kiem-tra', text: 'dataCheck.title', panel: () => <DataCheck /> },
  { path: 'kenh-gui', text: 'channels.adminTitle', panel: () => <ChannelsAdmin /> },
  { path: 'thu', text: 'admin.mail', panel: () => <DeliveriesAdmin /> },
  { path: 'viec-chua-xong', text: 'failures.title', panel: () => <FailuresAdmin /> },
  { path: 'hang-doi', text: 'queue.title', panel: () => <QueueAdmin /> },
];

/** Units, accounts, standards of posts, and the mail that was sent or kept. */
export function AdminPage() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const open = TABS.find(({ path }) => pathname === `${HOME}/${path}`) ?? TABS[0];
  return (
    <>
      <PageHeader title={t('nav.admin')} />
      <Tabs
        value={open?.path ?? null}
        keepMounted={false}
        onChange={(path) => {
          void navigate({ to: `${HOME}/${path ?? ''}` });
        }}
      >
        <Tabs.List>
          {TABS.map(({ path, text }) => (
            <Tabs.Tab key={path} value={path}>
              {t(text)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ path, panel }) => (
          <Tabs.Panel key={path} value={path} pt="md">
            {panel()}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
