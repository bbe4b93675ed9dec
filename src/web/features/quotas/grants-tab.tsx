import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table';
import { writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { CorrectDialog, GrantDialog } from './grant-dialog';
import { GrantCorrections } from './grant-corrections';
import { CutDialog } from './cut-dialog';
import { type Grant, useGrants } from './moves-api';

type Open = { what: 'add' } | { what: 'cut' | 'correct'; grant: Grant } | null;

/** What the province and the schools granted in a year, what they cut, and what was put right. */
export function GrantsTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const grants = useGrants(year);
  const may = useMay('quotas.grant');
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => {
    setOpen(null);
  };
  const columns: Column<Grant>[] = [
    {
      label: t('quotas.document'),
      title: true,
      render: ({ documentNumber, documentDate, note, corrections }) => (
        <div>
          {documentNumber ?? note ?? '—'}
          {documentDate && <Text fz="sm">{writeDate(documentDate)}</Text>}
          {documentNumber && note && <Text fz="sm">{note}</Text>}
          <GrantCorrections corrections={corrections} />
        </div>
      ),
    },
    { label: t('quotas.program'), render: ({ programName }) => programName },
    {
      label: t('quotas.grantor'),
      long: true,
      render: ({ grantor, school }) => [grantor, school].filter(Boolean).join(' · ') || '—',
    },
    { label: t('quotas.useBy'), render: ({ useBy }) => writeDate(useBy) },
    { label: t('quotas.granted'), render: ({ places }) => places },
    { label: t('quotas.cutPlaces'), render: ({ cut }) => cut },
  ];
  if (may) columns.push({ label: '', render: (grant) => <Acts grant={grant} onOpen={setOpen} /> });
  return (
    <Stack>
      {may && (
        <Group>
          <Button
            onClick={() => {
              setOpen({ what: 'add' });
            }}
          >
            {t('quotas.addGrant')}
          </Button>
        </Group>
      )}
      <DataTable<Grant>
        label={t('quotas.tab.grants')}
        list={grants}
        columns={columns}
        empty={{ title: t('quotas.noGrants'), hint: t('quotas.noGrantsHint') }}
      />
      {open?.what === 'add' && <GrantDialog year={year} onClose={close} />}
      {open?.what === 'cut' && <CutDialog grant={open.grant} onClose={close} />}
      {open?.what === 'correct' && <CorrectDialog grant={open.grant} onClose={close} />}
    </Stack>
  );
}

function Acts({ grant, onOpen }: { grant: Grant; onOpen: (open: Open) => void }) {
  const { t } = useTranslation();
  const of = grant.documentNumber ?? grant.programName;
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('quotas.correctOne', { document: of })}
        onClick={() => {
          onOpen({ what: 'correct', grant });
        }}
      >
        {t('quotas.correct')}
      </Button>
      <Button
        variant="default"
        size="compact-md"
        disabled={grant.cut === grant.places}
        aria-label={t('quotas.cutOne', { program: grant.programName, document: grant.documentNumber ?? '' })}
        onClick={() => {
          onOpen({ what: 'cut', grant });
        }}
      >
        {t('quotas.cut')}
      </Button>
    </Group>
  );
}
