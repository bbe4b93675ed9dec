import { Button, Card, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useMay } from '../identity/api';
import { usePrograms } from '../programs/api';
import { type Unit, useUnits } from '../units/api';
import { type Quota, useQuotas, useSetQuotas } from './api';
import { type Edits, type MatrixUnit, QuotaMatrix } from './quota-matrix';

const NOMINATING = ['commune', 'town', 'ward'];

/** The few places of a year: units down, programs across; numbers that can be typed and pasted. */
export function MatrixTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const [programs, units, quotas] = [usePrograms(), useUnits(), useQuotas(year)];
  const [edits, setEdits] = useState<Edits>(new Map());
  const save = useSetQuotas(year);
  const maySet = useMay('quotas.set');
  const error = programs.error ?? units.error ?? quotas.error;
  if (error) return <ErrorState error={error} retry={() => void quotas.refetch()} />;
  if (!programs.data || !units.data || !quotas.data) return <Loading />;
  const rationed = programs.data.items.filter(({ needsQuota }) => needsQuota);
  const boards = new Set(quotas.data.items.flatMap(({ unitId, reserve }) => (reserve ? [unitId] : [])));
  const shared = quotas.data.items.filter(({ reserve }) => !reserve);
  const withQuota = new Set(shared.map(({ unitId }) => unitId));
  const standing = units.data.items.filter(
    ({ id, kind }) => !boards.has(id) && (NOMINATING.includes(kind) || withQuota.has(id)),
  );
  const rows = [...standing, ...endedUnits(shared, units.data.items)];
  const submit = async (): Promise<void> => {
    for (const { id } of rationed) {
      const allocations = rows.flatMap((unit) => {
        const places = edits.get(`${unit.id}:${id}`);
        return places === undefined ? [] : [{ unitId: unit.id, places }];
      });
      if (allocations.length > 0) await save.mutateAsync({ programId: id, allocations });
    }
    setEdits(new Map());
    notifyDone(t('common.saved'));
  };
  return (
    <>
      <Text c="#5f5a54" mb="sm">
        {t('quotas.hint')}
      </Text>
      {save.error && <ErrorState error={save.error} />}
      {save.error instanceof ApiProblem && <Text mb="sm">{Object.values(save.error.fieldErrors).join(' ')}</Text>}
      {rows.length === 0 ? (
        <EmptyState title={t('quotas.empty')}>{t('quotas.emptyHint')}</EmptyState>
      ) : (
        <Card withBorder p={0} style={{ overflowX: 'auto' }}>
          <QuotaMatrix
            programs={rationed}
            units={rows}
            quotas={quotas.data.items}
            edits={edits}
            onEdit={setEdits}
            readOnly={!maySet}
          />
        </Card>
      )}
      {edits.size > 0 && (
        <Group justify="flex-end" mt="md">
          <Button
            variant="default"
            onClick={() => {
              setEdits(new Map());
            }}
          >
            {t('quotas.undo')}
          </Button>
          <Button
            loading={save.isPending}
            onClick={() => {
              submit().catch(() => undefined);
            }}
          >
            {t('quotas.save', { count: edits.size })}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Units that had places then and have ended since: their figures stay readable. */
function endedUnits(quotas: readonly Quota[], standing: readonly Unit[]): MatrixUnit[] {
  const known = new Set(standing.map(({ id }) => id));
  const ended = new Map(quotas.flatMap(({ unit }) => (known.has(unit.id) ? [] : [[unit.id, unit.name] as const])));
  return [...ended].map(([id, name]) => ({ id, name, closed: true }));
}
