import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarShare, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { ErrorState, Loading } from '../../components/states';
import { today, writeSpan } from '../../i18n/dates';
import { Agenda } from './agenda';
import { type Session, useSessions } from './api';
import { MoveBar } from './move-bar';
import { SubscriptionDialog } from './subscription-dialog';
import { plusDays } from './times';
import { YearTimeline } from './year-timeline';

/** The grid is large and only wide screens have room for it, so it is loaded when it is first shown. */
const SessionGrid = lazy(() => import('./session-grid').then(({ SessionGrid: default_ }) => ({ default: default_ })));

const VIEWS = { thang: 'month', tuan: 'week', nam: 'year' } as const;
const GROUPS = { chuongtrinh: 'program', donvi: 'unit', phong: 'room', giangvien: 'lecturer' } as const;
type View = keyof typeof VIEWS;
type GroupName = keyof typeof GROUPS;
const STEP = { thang: 31, tuan: 7, nam: 365 } as const;

interface CalendarSearch {
  xem?: View;
  nhom?: GroupName;
  ngay?: string;
  sonam?: number;
}

/** Sessions by month and week, and classes over the year. */
export function CalendarPage() {
  const { t } = useTranslation();
  const search = useSearch({ strict: false }) as CalendarSearch;
  const navigate = useNavigate();
  const [subscribing, setSubscribing] = useState(false);
  const { xem = 'thang', nhom = 'chuongtrinh', ngay = today(), sonam = 1 } = search;
  const go = (change: CalendarSearch): void => {
    void navigate({ to: '/lich', search: { ...search, ...change } as never, replace: true });
  };
  const years = xem === 'nam' ? sonam : 1;
  const move = (sign: 1 | -1): void => {
    go({ ngay: xem === 'thang' ? nextMonth(ngay, sign) : plusDays(ngay, sign * STEP[xem] * years) });
  };
  return (
    <>
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
      <Group mb="md" gap="sm" className="no-print" align="flex-end">
        <SegmentedControl
          aria-label={t('calendar.view')}
          value={xem}
          onChange={(view) => {
            go({ xem: view as View });
          }}
          data={(Object.keys(VIEWS) as View[]).map((value) => ({ value, label: t(`calendar.${VIEWS[value]}`) }))}
        />
        <Group gap={4} wrap="nowrap">
          <Button
            variant="default"
            px="xs"
            aria-label={t('calendar.before')}
            onClick={() => {
              move(-1);
            }}
          >
            <IconChevronLeft size={20} aria-hidden />
          </Button>
          <Button
            variant="default"
            onClick={() => {
              go({ ngay: today() });
            }}
          >
            {t('calendar.today')}
          </Button>
          <Button
            variant="default"
            px="xs"
            aria-label={t('calendar.after')}
            onClick={() => {
              move(1);
            }}
          >
            <IconChevronRight size={20} aria-hidden />
          </Button>
        </Group>
        {xem === 'nam' && (
          <>
            <Select
              label={t('calendar.groupBy')}
              allowDeselect={false}
              data={(Object.keys(GROUPS) as GroupName[]).map((value) => ({
                value,
                label: t(`calendar.by.${GROUPS[value]}`),
              }))}
              value={nhom}
              onChange={(value) => {
                go({ nhom: (value ?? 'chuongtrinh') as GroupName });
              }}
            />
            <Select
              label={t('calendar.span')}
              allowDeselect={false}
              data={[1, 5].map((count) => ({ value: String(count), label: t('calendar.years', { count }) }))}
              value={String(years)}
              onChange={(value) => {
                go({ sonam: Number(value) });
              }}
            />
          </>
        )}
      </Group>
      {xem === 'nam' ? (
        <YearTimeline firstYear={Number(ngay.slice(0, 4))} years={years} group={GROUPS[nhom]} />
      ) : (
        <Sessions view={VIEWS[xem] === 'week' ? 'week' : 'month'} day={ngay} />
      )}
      {subscribing && (
        <SubscriptionDialog
          onClose={() => {
            setSubscribing(false);
          }}
        />
      )}
    </>
  );
}

/** The sessions of a month or a week: a grid where there is room for one, else a list. */
function Sessions({ view, day }: { view: 'month' | 'week'; day: string }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', window.innerWidth < 768);
  const span = spanOf(view, day);
  const sessions = useSessions(span);
  const [chosen, setChosen] = useState<Session | null>(null);
  if (sessions.error) return <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Loading />;
  const items = sessions.data.items;
  return (
    <>
      <Text fw={600} mb="xs">
        {writeSpan(span.from, span.to)}
      </Text>
      {chosen && (
        <MoveBar
          key={chosen.id + String(chosen.version)}
          session={chosen}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
      {narrow ? (
        <Agenda sessions={items} onChoose={setChosen} />
      ) : (
        <Suspense fallback={<Loading />}>
          <SessionGrid view={view} day={day} sessions={items} onChoose={setChosen} />
        </Suspense>
      )}
      {items.length === 0 && (
        <Text ta="center" c="#5f5a54" mt="sm">
          {t('calendar.none')}
        </Text>
      )}
    </>
  );
}

/** The days a view shows. */
function spanOf(view: 'month' | 'week', day: string): { from: string; to: string } {
  if (view === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { from: plusDays(day, -weekday), to: plusDays(day, 6 - weekday) };
  }
  return { from: `${day.slice(0, 7)}-01`, to: plusDays(nextMonth(day, 1), -1) };
}

/** The first day of the month after, or before. */
function nextMonth(day: string, sign: 1 | -1): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + sign, 1)).toISOString().slice(0, 10);
}
