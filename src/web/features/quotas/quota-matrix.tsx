import { Table, Text } from '@mantine/core';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../../api/client';
import type { Quota } from './api';

/** Numbers typed and not saved, by `unitId:programId`. */
export type Edits = ReadonlyMap<string, number>;

/** A row; one of a unit that has ended is read, not changed. */
export interface MatrixUnit {
  id: string;
  name: string;
  closed: boolean;
}

interface MatrixProps {
  programs: readonly Schema<'ProgramView'>[];
  units: readonly MatrixUnit[];
  quotas: readonly Quota[];
  edits: Edits;
  onEdit: (edits: Edits) => void;
  readOnly: boolean;
}

const key = (unitId: string, programId: string): string => `${unitId}:${programId}`;

/** Units × programs; a block copied from a sheet can be pasted into any cell. */
export function QuotaMatrix({ programs, units, quotas, edits, onEdit, readOnly }: MatrixProps) {
  const { t } = useTranslation();
  const quotaOf = new Map(quotas.map((quota) => [key(quota.unitId, quota.programId), quota]));
  const places = (unitId: string, programId: string): number =>
    edits.get(key(unitId, programId)) ?? quotaOf.get(key(unitId, programId))?.places ?? 0;
  const used = (unitId: string, programId: string): number => {
    const quota = quotaOf.get(key(unitId, programId));
    return quota ? quota.places - quota.left : 0;
  };
  const change = (programId: string): number =>
    units.reduce((sum, { id }) => sum + places(id, programId) - (quotaOf.get(key(id, programId))?.places ?? 0), 0);
  const reserve = (programId: string): number =>
    quotas.reduce((sum, quota) => sum + (quota.reserve && quota.programId === programId ? quota.left : 0), 0) -
    change(programId);
  const edit = (changes: [string, string, number][]): void => {
    const next = new Map(edits);
    for (const [unitId, programId, value] of changes) {
      if (value === (quotaOf.get(key(unitId, programId))?.places ?? 0)) next.delete(key(unitId, programId));
      else next.set(key(unitId, programId), value);
    }
    onEdit(next);
  };
  const paste = (event: ClipboardEvent, row: number, column: number): void => {
    const block = event.clipboardData
      .getData('text')
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    if (block.length === 1 && block[0]?.length === 1) return;
    event.preventDefault();
    edit(
      block.flatMap((cells, down) =>
        cells.flatMap((cell, across): [string, string, number][] => {
          const [unit, program, value] = [units[row + down], programs[column + across], Number(cell.trim())];
          return unit && !unit.closed && program && Number.isInteger(value) && value >= 0
            ? [[unit.id, program.id, value]]
            : [];
        }),
      ),
    );
  };
  return (
    <Table verticalSpacing="xs" aria-label={t('nav.quotas')} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('officials.unit')}</Table.Th>
          {programs.map(({ id, name }) => (
            <Table.Th key={id} ta="right">
              {name}
              <Text fz="sm" c="#5f5a54">
                {t('quotas.columns')}
              </Text>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {units.map((unit, row) => (
          <Table.Tr key={unit.id}>
            <Table.Th scope="row" fw={500} miw={130}>
              {unit.name}
              {unit.closed && (
                <Text fz="sm" c="#5f5a54">
                  {t('units.closed')}
                </Text>
              )}
            </Table.Th>
            {programs.map((program, column) => (
              <Table.Td key={program.id} ta="right">
                <QuotaCell
                  label={`${unit.name}, ${program.name}`}
                  places={places(unit.id, program.id)}
                  taken={used(unit.id, program.id)}
                  changed={edits.has(key(unit.id, program.id))}
                  readOnly={readOnly || unit.closed}
                  onChange={(value) => {
                    edit([[unit.id, program.id, value]]);
                  }}
                  onPaste={(event) => {
                    paste(event, row, column);
                  }}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{t('quotas.reserve')}</Table.Th>
          {programs.map(({ id }) => (
            <Table.Td key={id} ta="right" c={reserve(id) < 0 ? 'son.7' : undefined}>
              {reserve(id)}
            </Table.Td>
          ))}
        </Table.Tr>
        <Table.Tr>
          <Table.Th>{t('quotas.total')}</Table.Th>
          {programs.map(({ id }) => {
            const own = quotas.filter(({ programId }) => programId === id);
            const sum = own.reduce((total, quota) => total + quota.places - quota.passedOn, 0);
            const left = own.reduce((total, quota) => total + quota.left, 0);
            return (
              <Table.Th key={id} ta="right">
                {t('quotas.cell', { places: sum, taken: sum - left, left })}
              </Table.Th>
            );
          })}
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

interface CellProps {
  label: string;
  places: number;
  taken: number;
  changed: boolean;
  readOnly: boolean;
  onChange: (places: number) => void;
  onPaste: (event: ClipboardEvent) => void;
}

function QuotaCell({ label, places, taken, changed, readOnly, onChange, onPaste }: CellProps) {
  const { t } = useTranslation();
  if (readOnly) return <>{t('quotas.cell', { places, taken, left: places - taken })}</>;
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8, justifyContent: 'flex-end' }}>
      <input
        aria-label={label}
        inputMode="numeric"
        value={places}
        style={{
          width: 56,
          padding: '6px 8px',
          textAlign: 'right',
          font: 'inherit',
          borderRadius: 6,
          border: `1px solid ${changed ? '#8f1d21' : '#b9b2a8'}`,
          background: changed ? '#fdf1f0' : '#fff',
        }}
        onPaste={onPaste}
        onFocus={({ currentTarget }) => {
          currentTarget.select();
        }}
        onChange={({ currentTarget }) => {
          const value = Number(currentTarget.value.replace(/\D/g, ''));
          onChange(Math.min(value, 10_000));
        }}
      />
      <Text component="span" fz="sm" c={taken > places ? 'son.7' : '#5f5a54'} style={{ whiteSpace: 'nowrap' }}>
        {t('quotas.takenLeft', { taken, left: places - taken })}
      </Text>
    </span>
  );
}
