import { Button, Text } from '@mantine/core';
import { IconCalendarShare, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { today, writeDate } from '../../i18n/dates';
import { useMe } from '../identity/api';
import { CalendarControls, useNames } from './calendar-controls';
import { type CalendarSearch, GROUP_WORDS, VIEWS } from './calendar-search';
import type { Group } from './groups';
import { SessionsView } from './sessions-view';
import { SubscriptionDialog } from './subscription-dialog';
import { YearTimeline } from './year-timeline';
import './calendar-print.css';

/** Sessions by month and week, and classes over the year, by time or by room, lecturer, program and unit. */
export function CalendarPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as CalendarSearch;
  const navigate = useNavigate();
  const [subscribing, setSubscribing] = useState(false);
  const { xem = 'thang', nhom, chon, ngay = today(), sonam = 1 } = search;
  const group = GROUP_WORDS[nhom ?? (xem === 'nam' ? 'chuongtrinh' : '')];
  const go = (change: CalendarSearch): void => {
    void navigate({ to: '/lich', search: { ...search, ...change } as never, replace: true });
  };
  return (
    <div className="calendar-page" data-wide={xem === 'nam' || group !== undefined || undefined}>
      <PageHeader title={t('calendar.title')}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => {
            window.print();
          }}
        >
          {t('calendar.print')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconCalendarShare size={18} aria-hidden />}
          onClick={() => {
            setSubscribing(true);
          }}
        >
          {t('calendar.subscribe')}
        </Button>
      </PageHeader>
      <CalendarControls shown={{ ...search, xem, ngay, sonam }} go={go} />
      <Printed group={group} only={chon} />
      {xem === 'nam' ? (
        <YearTimeline firstYear={Number(ngay.slice(0, 4))} years={sonam} group={group ?? 'program'} only={chon} />
      ) : (
        <SessionsView view={VIEWS[xem]} day={ngay} group={group} only={chon} />
      )}
      {subscribing && (
        <SubscriptionDialog
          onClose={() => {
            setSubscribing(false);
          }}
        />
      )}
    </div>
  );
}

/** What a sheet of paper must say of itself: whose calendar it is, laid out by what, and when it was printed. */
function Printed({ group, only }: { group: Group | undefined; only: string | undefined }) {
  const { t } = useTranslation();
  const me = useMe();
  const name = useNames(group).find(({ key }) => key === only)?.label;
  const by = group && t(`calendar.rows.${group}`);
  return (
    <Text className="print-only" fz="sm">
      {[me.data?.unit.name, by, name, t('calendar.printedOn', { day: writeDate(today()) })].filter(Boolean).join(' · ')}
    </Text>
  );
}
