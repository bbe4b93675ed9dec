import { Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table';
import { Fraction } from '../../components/fraction';
import { ErrorState, Loading } from '../../components/states';
import { wholeList } from '../../components/whole-list';
import { type Responsiveness as Row, useResponsiveness } from './seeing-api';

/** How units answer, for the board alone: figures to talk about, no marks. */
export function Responsiveness() {
  const { t } = useTranslation();
  const [year, setYear] = useState<number | null>(null);
  const answers = useResponsiveness(year);
  if (answers.error) return <ErrorState error={answers.error} retry={() => void answers.refetch()} />;
  if (!answers.data) return <Loading />;
  const rows = answers.data.items.map((row) => ({ ...row, id: row.unit.id }));
  return (
    <Stack>
      <Text>{t('reminders.answers.hint')}</Text>
      <Select
        label={t('reminders.answers.year')}
        placeholder={t('reminders.answers.allYears')}
        clearable
        maw={240}
        data={answers.data.years.map(String)}
        value={year === null ? null : String(year)}
        onChange={(value) => {
          setYear(value === null ? null : Number(value));
        }}
      />
      <DataTable<Row & { id: string }>
        label={t('reminders.answers.title')}
        list={wholeList({ ...answers, data: { items: rows } })}
        empty={{ title: t('reminders.answers.none'), hint: t('reminders.answers.noneHint') }}
        columns={[
          { label: t('officials.unit'), title: true, render: ({ unit }) => unit.name },
          {
            label: t('reminders.answers.inTime'),
            render: ({ inTime, calls }) => <Fraction part={inTime} whole={calls} />,
          },
          { label: t('reminders.answers.late'), render: ({ late }) => late },
          { label: t('reminders.answers.silent'), render: ({ silent }) => silent },
          {
            label: t('reminders.answers.median'),
            render: ({ medianDays }) => (medianDays === null ? '—' : t('reminders.answers.days', { days: medianDays })),
          },
          { label: t('reminders.answers.reminders'), render: ({ reminders }) => reminders },
          { label: t('reminders.answers.others'), render: ({ others }) => others },
        ]}
      />
    </Stack>
  );
}
