import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import { DataTable } from '../../components/data-table';
import { useMay, useMe } from '../identity/api';
import { MovementDialog } from './movement-dialog';
import { type Transfer, useAskTransfer, useTransfers } from './moves-api';
import { OffersPart } from './offers-part';
import { TextField } from './place-fields';
import { TransferSteps } from './transfer-steps';
import { useOtherUnits } from './units-beside';

/** Places that change hands: transfers that units ask for, and unused ones that are offered. */
export function TransfersTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const transfers = useTransfers(year);
  const may = useMay('quotas.askTransfer');
  const [asking, setAsking] = useState(false);
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={3} fz="lg">
          {t('quotas.transfers')}
        </Title>
        {may && (
          <Button
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('quotas.askTransfer')}
          </Button>
        )}
      </Group>
      <TransferTable transfers={transfers} />
      <OffersPart year={year} />
      {asking && (
        <AskDialog
          year={year}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </Stack>
  );
}

function TransferTable({ transfers }: { transfers: ReturnType<typeof useTransfers> }) {
  const { t } = useTranslation();
  return (
    <DataTable<Transfer>
      label={t('quotas.transfers')}
      list={transfers}
      empty={{ title: t('quotas.noTransfers'), hint: t('quotas.noTransfersHint') }}
      columns={[
        {
          label: t('quotas.transfer'),
          title: true,
          render: ({ places, programName, from, to, reason, answer, document }) => (
            <div>
              {t('quotas.transferOne', { count: places, program: programName, from: from.name, to: to.name })}
              <Text fz="sm">“{reason}”</Text>
              {(answer ?? document) && <Text fz="sm">{[document, answer].filter(Boolean).join(' · ')}</Text>}
            </div>
          ),
        },
        { label: t('quotas.state'), render: ({ state }) => t(`quotas.transferState.${state}`) },
        { label: '', render: (transfer) => <TransferSteps transfer={transfer} /> },
      ]}
    />
  );
}

function AskDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const own = useMe().data?.unit.id ?? '';
  const units = useOtherUnits().data?.items ?? [];
  const [direction, setDirection] = useState('ask');
  const [other, setOther] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [fromUnitId, toUnitId] = direction === 'ask' ? [other ?? '', own] : [own, other ?? ''];
  return (
    <MovementDialog<Schema<'AskTransferDto'>>
      title={t('quotas.askTransfer')}
      submitLabel={t('quotas.send')}
      done={t('quotas.sent')}
      year={year}
      movement={useAskTransfer()}
      extra={{ fromUnitId, toUnitId, reason }}
      before={
        <Select
          size="md"
          label={t('quotas.direction')}
          allowDeselect={false}
          value={direction}
          data={['ask', 'give'].map((value) => ({ value, label: t(`quotas.directionOf.${value}`) }))}
          onChange={(value) => {
            setDirection(value ?? 'ask');
          }}
        />
      }
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <Select
            size="md"
            required
            searchable
            label={t('quotas.otherUnit')}
            value={other}
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            error={errorOf('fromUnitId') ?? errorOf('toUnitId')}
            onChange={setOther}
          />
          <TextField
            required
            long
            label={t('common.reason')}
            value={reason}
            error={errorOf('reason')}
            onChange={setReason}
          />
        </>
      )}
    </MovementDialog>
  );
}
