import { Alert, Button, Card, Group, List, Select, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem';
import { notifyDone } from '../../components/notify';
import { EmptyState, ErrorState, Loading } from '../../components/states';
import { useMay } from '../identity/api';
import { type Program, usePrograms } from '../programs/api';
import { type Unit, useUnits } from '../units/api';
import { type Quota, useLastQuotas, useQuotas, useSaveMatrix } from './api';
import { type Edits, keyOf, type MatrixUnit, type WrongCell } from './matrix-model';
import { QuotaMatrix } from './quota-matrix';

const NOMINATING = ['commune', 'town', 'ward'];
const CELL = 'party-cell';

/** The few places of a year: units down, programs across; numbers that can be typed and pasted. */
export function MatrixTab({ year }: { year: number }) {
  const { t } = useTranslation();
  const [programs, units, quotas] = [usePrograms(), useUnits(), useQuotas(year)];
  const [opened, setOpened] = useState<string | null>(null);
  const maySet = useMay('quotas.set');
  const error = programs.error ?? units.error ?? quotas.error;
  if (error) return <ErrorState error={error} retry={() => void quotas.refetch()} />;
  if (!programs.data || !units.data || !quotas.data) return <Loading />;
  const all = quotas.data.items;
  const boards = new Set(all.flatMap(({ unitId, reserve }) => (reserve ? [unitId] : [])));
  const shared = all.filter(({ reserve }) => !reserve);
  const withQuota = new Set(shared.map(({ unitId }) => unitId));
  const standing = units.data.items.filter(
    ({ id, kind }) => !boards.has(id) && (NOMINATING.includes(kind) || withQuota.has(id)),
  );
  const sharing = standing.filter(({ kind }) => kind !== CELL);
  return (
    <>
      {maySet && (
        <Select
          label={t('quotaMatrix.cellsOf')}
          description={t('quotaMatrix.cellsOfHint')}
          data={sharing.map(({ id, name }) => ({ value: id, label: name }))}
          value={opened}
          onChange={setOpened}
          searchable
          clearable
          maw={420}
          mb="sm"
        />
      )}
      <Matrix
        year={year}
        programs={programs.data.items.filter(({ needsQuota }) => needsQuota)}
        units={[...withCells(standing, units.data.items, opened), ...endedUnits(shared, units.data.items)]}
        quotas={all}
      />
    </>
  );
}

/** Each unit, and below it those of its Party cells that have places, or all of them where the unit is opened. */
function withCells(standing: readonly Unit[], all: readonly Unit[], opened: string | null): MatrixUnit[] {
  const shown = new Set(standing.map(({ id }) => id));
  const cells = all.filter(
    ({ id, kind, parentId }) => kind === CELL && (shown.has(id) || (opened !== null && parentId === opened)),
  );
  const placed = new Set<string>();
  const rows = standing
    .filter(({ kind }) => kind !== CELL)
    .flatMap((unit) => {
      const own = cells.filter(({ parentId }) => parentId === unit.id);
      for (const { id } of own) placed.add(id);
      return [{ ...unit, within: null }, ...own.map((cell) => ({ ...cell, within: unit.id }))];
    });
  return [...rows, ...cells.filter(({ id }) => !placed.has(id)).map((cell) => ({ ...cell, within: null }))];
}

interface Shown {
  year: number;
  programs: readonly Program[];
  units: readonly MatrixUnit[];
  quotas: readonly Quota[];
}

function Matrix({ year, programs, units, quotas }: Shown) {
  const { t } = useTranslation();
  const [edits, setEdits] = useState<Edits>(new Map());
  const [wrong, setWrong] = useState<readonly WrongCell[]>([]);
  const save = useSaveMatrix(year);
  const last = useLastQuotas(year);
  const maySet = useMay('quotas.set');
  const cells = [...edits].map(([key, { value, was }]) => {
    const [unitId = '', programId = ''] = key.split(' ');
    return { unitId, programId, places: value, was };
  });
  const problems = refusals(save.error, save.variables ?? []);
  const nameOf = (unitId: string, programId: string): string =>
    [units.find(({ id }) => id === unitId)?.name, programs.find(({ id }) => id === programId)?.name].join(', ');
  const submit = (): void => {
    save.mutate(cells, {
      onSuccess: () => {
        setEdits(new Map());
        notifyDone(t('common.saved'));
      },
      onError: (error) => {
        // What others wrote meanwhile has been told and read again: the next try is over what stands there now.
        const changed = refusals(error, cells).filter(({ rule }) => rule === 'changedMeanwhile');
        setEdits(overCurrent(edits, changed, last()));
      },
    });
  };
  const edit = (next: Edits): void => {
    setWrong([]);
    save.reset();
    setEdits(next);
  };
  if (units.length === 0) return <EmptyState title={t('quotas.empty')}>{t('quotas.emptyHint')}</EmptyState>;
  return (
    <>
      <Text c="#5f5a54" mb="sm">
        {t('quotaMatrix.hint')}
      </Text>
      {wrong.length > 0 && <WrongPaste wrong={wrong} />}
      {save.error && problems.length === 0 && <ErrorState error={save.error} />}
      {save.error && problems.length > 0 && (
        <Problems
          title={save.error.message}
          lines={problems.map(({ unitId, programId, message }) => `${nameOf(unitId, programId)}: ${message}`)}
        />
      )}
      <Card withBorder p={0} className="matrix-scroll">
        <QuotaMatrix
          year={year}
          programs={programs}
          units={units}
          quotas={quotas}
          edits={edits}
          refused={new Set(problems.map(({ unitId, programId }) => keyOf(unitId, programId)))}
          onEdit={edit}
          onWrong={setWrong}
          readOnly={!maySet}
        />
      </Card>
      {edits.size > 0 && (
        <Group justify="flex-end" mt="md" className="matrix-save">
          <Button
            variant="default"
            onClick={() => {
              edit(new Map());
            }}
          >
            {t('quotas.undo')}
          </Button>
          <Button loading={save.isPending} onClick={submit}>
            {t('quotas.save', { count: edits.size })}
          </Button>
        </Group>
      )}
    </>
  );
}

function WrongPaste({ wrong }: { wrong: readonly WrongCell[] }) {
  const { t } = useTranslation();
  const lines = wrong.map(({ text, unit, program, rule }) => {
    const cell = [unit, program].filter((name) => name !== null).join(', ');
    return t(`quotaMatrix.wrong.${rule}`, { text, cell });
  });
  return <Problems title={t('quotaMatrix.wrongPaste', { count: wrong.length })} lines={lines} />;
}

function Problems({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={title} mb="sm" role="alert">
      <List>
        {[...new Set(lines)].map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

interface Refusal {
  unitId: string;
  programId: string;
  message: string;
  rule: string;
}

/** What was wrong with which cell of a block that was sent. */
function refusals(error: unknown, cells: readonly { unitId: string; programId: string }[]): Refusal[] {
  if (!(error instanceof ApiProblem)) return [];
  return (error.problem.errors ?? []).flatMap(({ path, rule, message }) => {
    const cell = cells[Number(/^cells\.(\d+)\./.exec(path)?.[1] ?? NaN)];
    return cell ? [{ ...cell, rule, message }] : [];
  });
}

function overCurrent(edits: Edits, changed: readonly Refusal[], quotas: readonly Quota[]): Edits {
  const places = new Map(quotas.map((quota) => [keyOf(quota.unitId, quota.programId), quota.places]));
  return changed.reduce((next, { unitId, programId }) => {
    const key = keyOf(unitId, programId);
    const edit = next.get(key);
    return edit ? new Map(next).set(key, { ...edit, was: places.get(key) ?? 0 }) : next;
  }, edits);
}

/** Units that had places then and have ended since: their figures stay readable. */
function endedUnits(quotas: readonly Quota[], standing: readonly Unit[]): MatrixUnit[] {
  const known = new Set(standing.map(({ id }) => id));
  const ended = new Map(quotas.flatMap(({ unit }) => (known.has(unit.id) ? [] : [[unit.id, unit.name] as const])));
  return [...ended].map(([id, name]) => ({ id, name, closed: true, within: null }));
}
