import { Button, Card, Group, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../components/date-field';
import { Dialog, fieldError } from '../../components/dialog';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { today, writeDate } from '../../i18n/dates';
import { useMay } from '../identity/api';
import { type Grant, useAddGrant, useCutGrant, useCutPreview, useGrants } from './moves-api';
import { PlacesField, ProgramField } from './place-fields';

/** What the province and the schools granted in a year, and what they cut. */
export function GrantsTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const grants = useGrants(year);
  const may = useMay('quotas.grant');
  const [adding, setAdding] = useState(false);
  const [cutting, setCutting] = useState<Grant | null>(null);
  if (grants.error) return <ErrorState error={grants.error} retry={() => void grants.refetch()} />;
  if (!grants.data) return <Loading />;
  return (
    <Stack>
      {may && (
        <Group>
          <Button
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('quotas.addGrant')}
          </Button>
        </Group>
      )}
      {grants.data.items.length === 0 ? (
        <EmptyState title={t('quotas.noGrants')}>{t('quotas.noGrantsHint')}</EmptyState>
      ) : (
        <Card withBorder p={0} style={{ overflowX: 'auto' }} tabIndex={0}>
          <Table miw={760} verticalSpacing="xs" aria-label={t('quotas.tab.grants')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('quotas.program')}</Table.Th>
                <Table.Th>{t('quotas.document')}</Table.Th>
                <Table.Th>{t('quotas.grantor')}</Table.Th>
                <Table.Th>{t('quotas.useBy')}</Table.Th>
                <Table.Th ta="right">{t('quotas.granted')}</Table.Th>
                <Table.Th ta="right">{t('quotas.cutPlaces')}</Table.Th>
                {may && <Table.Th />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {grants.data.items.map((grant) => (
                <Table.Tr key={grant.id}>
                  <Table.Td>{grant.programName}</Table.Td>
                  <Table.Td>
                    {grant.documentNumber ?? grant.note ?? '—'}
                    {grant.documentDate && <Text fz="sm">{writeDate(grant.documentDate)}</Text>}
                  </Table.Td>
                  <Table.Td>{[grant.grantor, grant.school].filter(Boolean).join(' · ') || '—'}</Table.Td>
                  <Table.Td>{writeDate(grant.useBy)}</Table.Td>
                  <Table.Td ta="right">{grant.places}</Table.Td>
                  <Table.Td ta="right">{grant.cut}</Table.Td>
                  {may && (
                    <Table.Td>
                      <Button
                        variant="default"
                        size="compact-md"
                        disabled={grant.cut === grant.places}
                        onClick={() => {
                          setCutting(grant);
                        }}
                      >
                        {t('quotas.cut')}
                      </Button>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Card>
      )}
      {adding && (
        <GrantDialog
          year={year}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
      {cutting && (
        <CutDialog
          grant={cutting}
          onClose={() => {
            setCutting(null);
          }}
        />
      )}
    </Stack>
  );
}

function GrantDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddGrant();
  const [programId, setProgram] = useState<string | null>(null);
  const [places, setPlaces] = useState(1);
  const [documentNumber, setNumber] = useState('');
  const [documentDate, setDate] = useState<string | null>(today());
  const [useBy, setUseBy] = useState<string | null>(null);
  const [grantor, setGrantor] = useState('');
  const [school, setSchool] = useState('');
  return (
    <Dialog
      opened
      title={t('quotas.addGrant')}
      submitLabel={t('common.save')}
      busy={add.isPending}
      error={add.error}
      fields={['programId', 'places', 'documentNumber', 'documentDate', 'useBy']}
      onClose={onClose}
      onSubmit={() => {
        add.mutate(
          {
            programId: programId ?? '',
            period: year,
            places,
            documentNumber,
            documentDate: documentDate ?? '',
            ...(useBy && { useBy }),
            ...(grantor.trim() && { grantor }),
            ...(school.trim() && { school }),
          },
          {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <ProgramField value={programId} error={fieldError(add.error, 'programId')} onChange={setProgram} />
      <PlacesField value={places} error={fieldError(add.error, 'places')} onChange={setPlaces} />
      <TextInput
        size="md"
        required
        label={t('quotas.documentNumber')}
        value={documentNumber}
        error={fieldError(add.error, 'documentNumber')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
        }}
      />
      <DateField
        required
        label={t('quotas.documentDate')}
        value={documentDate}
        error={fieldError(add.error, 'documentDate')}
        onChange={setDate}
      />
      <DateField
        label={t('quotas.useBy')}
        clearable
        value={useBy}
        error={fieldError(add.error, 'useBy')}
        onChange={setUseBy}
      />
      <TextInput
        size="md"
        label={t('quotas.grantor')}
        value={grantor}
        onChange={({ currentTarget }) => {
          setGrantor(currentTarget.value);
        }}
      />
      <TextInput
        size="md"
        label={t('quotas.school')}
        value={school}
        onChange={({ currentTarget }) => {
          setSchool(currentTarget.value);
        }}
      />
    </Dialog>
  );
}

/** Shows what must give before anything is cut. */
function CutDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation();
  const cut = useCutGrant(grant.id);
  const [places, setPlaces] = useState(1);
  const [documentNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const preview = useCutPreview(grant.id, places).data;
  const giving = preview?.units.filter(({ proposed }) => proposed > 0) ?? [];
  return (
    <Dialog
      opened
      danger
      title={t('quotas.cutOne', { program: grant.programName, document: grant.documentNumber ?? '' })}
      submitLabel={t('quotas.cutSubmit', { count: places })}
      busy={cut.isPending}
      error={cut.error}
      fields={['places', 'documentNumber', 'reason']}
      onClose={onClose}
      onSubmit={() => {
        const callBack = giving.map(({ unit, proposed }) => ({ unitId: unit.id, places: proposed }));
        cut.mutate(
          { places, documentNumber, reason, ...(callBack.length > 0 && { callBack }) },
          {
            onSuccess: () => {
              notifyDone(t('common.saved'));
              onClose();
            },
          },
        );
      }}
    >
      <PlacesField
        value={places}
        max={grant.places - grant.cut}
        error={fieldError(cut.error, 'places')}
        onChange={setPlaces}
      />
      {preview && (
        <Stack gap={4} aria-live="polite">
          <Text>
            {t('quotas.cutFromReserve', { count: Math.min(places, preview.reserve), reserve: preview.reserve })}
          </Text>
          {giving.map(({ unit, proposed, left, held }) => (
            <Text key={unit.id}>
              {t('quotas.cutFromUnit', { unit: unit.name, count: proposed, left: left + held })}
            </Text>
          ))}
          {preview.short > 0 && <Text c="son.7">{t('quotas.cutShort', { count: preview.short })}</Text>}
        </Stack>
      )}
      <TextInput
        size="md"
        required
        label={t('quotas.documentNumber')}
        value={documentNumber}
        error={fieldError(cut.error, 'documentNumber')}
        onChange={({ currentTarget }) => {
          setNumber(currentTarget.value);
        }}
      />
      <Textarea
        size="md"
        required
        label={t('common.reason')}
        maxLength={1000}
        value={reason}
        error={fieldError(cut.error, 'reason')}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value);
        }}
      />
    </Dialog>
  );
}
