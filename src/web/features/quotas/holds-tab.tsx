import { Button, Card, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { writeDate } from '../../i18n/dates';
import { useMay, useMe } from '../identity/api';
import { usePrograms } from '../programs/api';
import { useQuotas } from './api';
import { useAddHold, useHolds, useReleaseHold } from './moves-api';
import { PlacesField, ProgramField } from './place-fields';

/** A unit's own places with their arithmetic, and those it keeps for people whom it names later. */
export function HoldsTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const holds = useHolds(year);
  const release = useReleaseHold();
  const may = useMay('quotas.hold');
  const [adding, setAdding] = useState(false);
  if (holds.error) return <ErrorState error={holds.error} retry={() => void holds.refetch()} />;
  if (!holds.data) return <Loading />;
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
      {holds.data.items.length === 0 ? (
        <EmptyState title={t('quotas.noHolds')}>{t('quotas.noHoldsHint')}</EmptyState>
      ) : (
        <Card withBorder p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
          <Table miw={760} verticalSpacing="xs" aria-label={t('quotas.tab.holds')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('officials.unit')}</Table.Th>
                <Table.Th>{t('quotas.program')}</Table.Th>
                <Table.Th ta="right">{t('quotas.held')}</Table.Th>
                <Table.Th ta="right">{t('quotas.unnamed')}</Table.Th>
                <Table.Th>{t('quotas.until')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {holds.data.items.map((hold) => (
                <Table.Tr key={hold.id}>
                  <Table.Td>{hold.unit.name}</Table.Td>
                  <Table.Td>{hold.programName}</Table.Td>
                  <Table.Td ta="right">{hold.places}</Table.Td>
                  <Table.Td ta="right">{hold.unnamed}</Table.Td>
                  <Table.Td>
                    {writeDate(hold.until)}
                    {hold.unnamed > 0 && hold.daysLeft >= 0 && (
                      <Text fz="sm">{t('quotas.daysLeft', { days: hold.daysLeft })}</Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    {hold.mayRelease && (
                      <Button
                        variant="default"
                        size="compact-md"
                        loading={release.isPending}
                        onClick={() => {
                          release.mutate(hold.id);
                        }}
                      >
                        {t('quotas.release')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
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

/** The places of the reader's own unit: what came in, where it is, what is left. */
function OwnPlaces({ year }: { year: number }) {
  const { t } = useTranslation();
  const unitId = useMe().data?.unit.id;
  const programs = usePrograms().data?.items ?? [];
  const own = useQuotas(year).data?.items.filter((quota) => quota.unitId === unitId) ?? [];
  if (own.length === 0) return <Text>{t('quotas.noneOwn')}</Text>;
  return (
    <Card withBorder p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
      <Table miw={760} verticalSpacing="xs" aria-label={t('quotas.own')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('quotas.program')}</Table.Th>
            {['places', 'passedOn', 'held', 'reserved', 'taken', 'left'].map((part) => (
              <Table.Th key={part} ta="right">
                {t(`quotas.part.${part}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {own.map((quota) => (
            <Table.Tr key={quota.id}>
              <Table.Th scope="row">{programs.find(({ id }) => id === quota.programId)?.name}</Table.Th>
              {[quota.places, quota.passedOn, quota.held, quota.reserved, quota.taken, quota.left].map(
                (count, index) => (
                  <Table.Td key={index} ta="right">
                    {count}
                  </Table.Td>
                ),
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function HoldDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddHold();
  const [programId, setProgram] = useState<string | null>(null);
  const [places, setPlaces] = useState(1);
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <Dialog
      opened
      title={t('quotas.hold')}
      submitLabel={t('common.save')}
      busy={add.isPending}
      error={add.error}
      fields={['programId', 'places', 'until']}
      onClose={onClose}
      onSubmit={() => {
        add.mutate(
          { programId: programId ?? '', period: year, places, until: until ?? '', ...(note.trim() && { note }) },
          {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <Text>{t('quotas.holdHint')}</Text>
      <ProgramField value={programId} error={fieldError(add.error, 'programId')} onChange={setProgram} />
      <PlacesField value={places} error={fieldError(add.error, 'places')} onChange={setPlaces} />
      <DateField
        required
        label={t('quotas.until')}
        value={until}
        error={fieldError(add.error, 'until')}
        onChange={setUntil}
      />
      <Textarea
        size="md"
        label={t('quotas.note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
