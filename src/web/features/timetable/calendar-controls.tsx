import { Button, Group as Row, SegmentedControl, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '../../i18n/dates';
import { usePrograms } from '../programs/api';
import { useUnits } from '../units/api';
import { useLecturers, useRooms } from './api';
import { type CalendarSearch, GROUP_WORDS, stepped, VIEWS, type View } from './calendar-search';
import type { Group } from './groups';

type Go = (change: CalendarSearch) => void;
type Shown = Required<Pick<CalendarSearch, 'xem' | 'ngay' | 'sonam'>> & CalendarSearch;

/** Which view, of which time, laid out by what. */
export function CalendarControls({ shown, go }: { shown: Shown; go: Go }) {
  const { t } = useTranslation();
  const { xem, sonam, nhom, chon } = shown;
  const group = nhom === undefined ? undefined : GROUP_WORDS[nhom];
  return (
    <Row mb="md" gap="sm" className="no-print" align="flex-end">
      <SegmentedControl
        aria-label={t('calendar.view')}
        value={xem}
        onChange={(view) => {
          go({ xem: view as View });
        }}
        data={(Object.keys(VIEWS) as View[]).map((value) => ({ value, label: t(`calendar.${VIEWS[value]}`) }))}
      />
      <Steps shown={shown} go={go} />
      <Select
        label={t('calendar.groupBy')}
        w={180}
        allowDeselect={false}
        data={[
          ...(xem === 'nam' ? [] : [{ value: '', label: t('calendar.by.time') }]),
          ...Object.entries(GROUP_WORDS).map(([value, name]) => ({ value, label: t(`calendar.by.${name}`) })),
        ]}
        value={nhom ?? (xem === 'nam' ? 'chuongtrinh' : '')}
        onChange={(value) => {
          go({ nhom: value === null || value === '' ? undefined : value, chon: undefined });
        }}
      />
      {group && (
        <Only
          key={group}
          group={group}
          value={chon}
          onChange={(id) => {
            go({ chon: id });
          }}
        />
      )}
      {xem === 'nam' && (
        <Select
          label={t('calendar.span')}
          w={180}
          allowDeselect={false}
          data={[1, 5].map((count) => ({ value: String(count), label: t('calendar.years', { count }) }))}
          value={String(sonam)}
          onChange={(value) => {
            go({ sonam: Number(value) });
          }}
        />
      )}
    </Row>
  );
}

function Steps({ shown: { xem, ngay, sonam }, go }: { shown: Shown; go: Go }) {
  const { t } = useTranslation();
  const move = (sign: 1 | -1) => (): void => {
    go({ ngay: stepped(xem, ngay, sign, sonam) });
  };
  return (
    <Row gap={4} wrap="nowrap">
      <Button variant="default" px="xs" aria-label={t('calendar.before')} onClick={move(-1)}>
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
      <Button variant="default" px="xs" aria-label={t('calendar.after')} onClick={move(1)}>
        <IconChevronRight size={20} aria-hidden />
      </Button>
    </Row>
  );
}

/** One room, lecturer, program or unit alone, or all of them. */
function Only({
  group,
  value,
  onChange,
}: {
  group: Group;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const names = useNames(group);
  return (
    <Select
      label={t('calendar.only')}
      placeholder={t('calendar.all')}
      w={260}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('calendar.all') }}
      nothingFoundMessage={t('calendar.notFound')}
      data={names.map(({ key, label }) => ({ value: key, label }))}
      value={value ?? null}
      onChange={(id) => {
        onChange(id ?? undefined);
      }}
    />
  );
}

/** All there are of what the calendar is laid out by, whether they have sessions or not. */
export function useNames(group: Group | undefined): { key: string; label: string; closed: boolean }[] {
  const rooms = useRooms(group === 'room');
  const lecturers = useLecturers(group === 'lecturer');
  const programs = usePrograms();
  const units = useUnits();
  if (group === 'room') {
    return (rooms.data?.items ?? []).map(({ id, name, venue, closed }) => ({
      key: id,
      label: `${name}, ${venue.name}`,
      closed,
    }));
  }
  if (group === 'lecturer') {
    return (lecturers.data?.items ?? []).map(({ id, fullName, closed }) => ({ key: id, label: fullName, closed }));
  }
  const named = group === 'program' ? programs.data?.items : group === 'unit' ? units.data?.items : [];
  return (named ?? []).map(({ id, name }) => ({ key: id, label: name, closed: false }));
}
