import { Button, Card, Group, Select, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useMay, useMe } from '../identity/api';
import { type TransferStep, useAskTransfer, useTransfers, useTransferStep } from './moves-api';
import { OffersPart } from './offers-part';
import { PlacesField, ProgramField } from './place-fields';
import { useOtherUnits } from './units-beside';

const STEPS: readonly TransferStep[] = ['agree', 'approve', 'refuse', 'withdraw'];

/** Places that change hands: transfers that units ask for, and unused ones that are offered. */
export function TransfersTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const transfers = useTransfers(year);
  const step = useTransferStep();
  const may = useMay('quotas.askTransfer');
  const [asking, setAsking] = useState(false);
  if (transfers.error) return <ErrorState error={transfers.error} retry={() => void transfers.refetch()} />;
  if (!transfers.data) return <Loading />;
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
      {step.error && <ErrorState error={step.error} />}
      {transfers.data.items.length === 0 ? (
        <EmptyState title={t('quotas.noTransfers')}>{t('quotas.noTransfersHint')}</EmptyState>
      ) : (
        <Card withBorder p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
          <Table miw={760} verticalSpacing="xs" aria-label={t('quotas.transfers')}>
            <Table.Tbody>
              {transfers.data.items.map((transfer) => (
                <Table.Tr key={transfer.id}>
                  <Table.Td>
                    {t('quotas.transferOne', {
                      count: transfer.places,
                      program: transfer.programName,
                      from: transfer.from.name,
                      to: transfer.to.name,
                    })}
                    <Text fz="sm">{transfer.reason}</Text>
                  </Table.Td>
                  <Table.Td>{t(`quotas.transferState.${transfer.state}`)}</Table.Td>
                  <Table.Td>
                    <Group gap="xs">
                      {STEPS.filter((name) => transfer.can[name]).map((name) => (
                        <Button
                          key={name}
                          size="compact-md"
                          variant={name === 'agree' || name === 'approve' ? 'filled' : 'default'}
                          loading={step.isPending}
                          onClick={() => {
                            step.mutate({ id: transfer.id, step: name });
                          }}
                        >
                          {t(`quotas.transferStep.${name}`)}
                        </Button>
                      ))}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
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

function AskDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const ask = useAskTransfer();
  const own = useMe().data?.unit.id ?? '';
  const units = useOtherUnits().data?.items ?? [];
  const [programId, setProgram] = useState<string | null>(null);
  const [direction, setDirection] = useState('ask');
  const [other, setOther] = useState<string | null>(null);
  const [places, setPlaces] = useState(1);
  const [reason, setReason] = useState('');
  return (
    <Dialog
      opened
      title={t('quotas.askTransfer')}
      submitLabel={t('quotas.send')}
      busy={ask.isPending}
      error={ask.error}
      fields={['programId', 'places', 'fromUnitId', 'toUnitId', 'reason']}
      onClose={onClose}
      onSubmit={() => {
        const [fromUnitId, toUnitId] = direction === 'ask' ? [other ?? '', own] : [own, other ?? ''];
        ask.mutate(
          { programId: programId ?? '', period: year, fromUnitId, toUnitId, places, reason },
          {
            onSuccess: () => {
              notifyDone(t('quotas.sent'));
              onClose();
            },
          },
        );
      }}
    >
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
      <Select
        size="md"
        required
        searchable
        label={t('quotas.otherUnit')}
        value={other}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        error={fieldError(ask.error, 'fromUnitId') ?? fieldError(ask.error, 'toUnitId')}
        onChange={setOther}
      />
      <ProgramField value={programId} error={fieldError(ask.error, 'programId')} onChange={setProgram} />
      <PlacesField value={places} error={fieldError(ask.error, 'places')} onChange={setPlaces} />
      <Textarea
        size="md"
        required
        label={t('common.reason')}
        maxLength={1000}
        value={reason}
        error={fieldError(ask.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
