import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { type Column, DataTable } from '../../components/data-table';
import { DateField } from '../../components/date-field';
import { ErrorState } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { MovementDialog } from './movement-dialog';
import { type Hold, useAddHold, useHolds, useReleaseHold } from './moves-api';
import { OwnPlaces } from './own-places';
import { TextField } from './place-fields';

/** A unit's own places with their arithmetic, and those it keeps for people whom it names later. */
export function HoldsTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const holds = useHolds(year);
  const release = useReleaseHold();
  const may = useMay('quotas.hold');
  const [adding, setAdding] = useState(false);
  const columns: Column<Hold>[] = [
    { label: t('officials.unit'), title: true, render: ({ unit }) => unit.name },
    {
      label: t('quotas.program'),
      long: true,
      render: ({ programName, note }) => (
        <div>
          {programName}
          {note && <Text fz="sm">“{note}”</Text>}
        </div>
      ),
    },
    { label: t('quotas.held'), render: ({ places }) => places },
    { label: t('quotas.unnamed'), render: ({ unnamed }) => unnamed },
    {
      label: t('quotas.until'),
      render: ({ until, unnamed, daysLeft }) => (
        <div>
          {writeDate(until)}
          {unnamed > 0 && daysLeft >= 0 && <Text fz="sm">{t('quotas.daysLeft', { days: daysLeft })}</Text>}
        </div>
      ),
    },
  ];
  if (holds.items.some(({ mayRelease }) => mayRelease)) {
    columns.push({
      label: '',
      render: ({ id, mayRelease }) =>
        mayRelease && (
          <Button
            variant="default"
            size="compact-md"
            loading={release.isPending}
            onClick={() => {
              release.mutate(id);
            }}
          >
            {t('quotas.release')}
          </Button>
        ),
    });
  }
  return (
    <Stack>
      {may && <OwnPlaces year={year} />}
      {may && (
        <Group>
          <Button
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('quotas.hold')}
          </Button>
        </Group>
      )}
      {release.error && <ErrorState error={release.error} />}
      <DataTable<Hold>
        label={t('quotas.tab.holds')}
        list={holds}
        columns={columns}
        empty={{ title: t('quotas.noHolds'), hint: t('quotas.noHoldsHint') }}
      />
      {adding && (
        <HoldDialog
          year={year}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Stack>
  );
}

function HoldDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <MovementDialog<Schema<'HoldPlacesDto'>>
      title={t('quotas.hold')}
      year={year}
      movement={useAddHold()}
      extra={{ until: until ?? '', note: note.trim() || undefined }}
      before={<Text>{t('quotas.holdHint')}</Text>}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <DateField required label={t('quotas.until')} value={until} error={errorOf('until')} onChange={setUntil} />
          <TextField long label={t('quotas.note')} value={note} error={errorOf('note')} onChange={setNote} />
        </>
      )}
    </MovementDialog>
  );
}
