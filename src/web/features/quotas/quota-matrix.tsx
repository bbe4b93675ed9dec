import { Table, Text } from '@mantine/core';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Program } from '../programs/api';
import type { Quota } from './api';
import { CellComments } from './cell-comments';
import { CellMinimums } from './cell-minimums';
import { MatrixCell } from './matrix-cell';
import {
  blockOf,
  type Edits,
  keyOf,
  type MatrixUnit,
  pasted,
  totalsOf,
  withChanges,
  type WrongCell,
} from './matrix-model';
import { usePlacesWords } from './place-parts';

interface MatrixProps {
  year: number;
  programs: readonly Program[];
  units: readonly MatrixUnit[];
  quotas: readonly Quota[];
  edits: Edits;
  /** Cells that were refused, by key. */
  refused: ReadonlySet<string>;
  onEdit: (edits: Edits) => void;
  onWrong: (wrong: readonly WrongCell[]) => void;
  readOnly: boolean;
}

/** Units × programs; a block copied from a sheet can be pasted into any cell, whole or not at all. */
export function QuotaMatrix({ year, programs, units, quotas, edits, refused, onEdit, onWrong, readOnly }: MatrixProps) {
  const { t } = useTranslation();
  const quotaOf = new Map(quotas.map((quota) => [keyOf(quota.unitId, quota.programId), quota]));
  const placesOf = (key: string): number => quotaOf.get(key)?.places ?? 0;
  const paste = (event: ClipboardEvent, at: readonly [number, number]): void => {
    event.preventDefault();
    const { changes, wrong } = pasted(blockOf(event.clipboardData.getData('text')), units, programs, at);
    onWrong(wrong);
    if (wrong.length === 0) onEdit(withChanges(edits, changes, placesOf));
  };
  return (
    <Table verticalSpacing="xs" aria-label={t('nav.quotas')} stickyHeader data-matrix>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('officials.unit')}</Table.Th>
          {programs.map(({ id, name }) => (
            <Table.Th key={id} ta="right">
              {name}
              <Text fz="sm" c="#5f5a54">
                {t('quotaMatrix.columns')}
              </Text>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {units.map((unit, row) => (
          <Table.Tr key={unit.id}>
            <Table.Th
              scope="row"
              fw={unit.within === null ? 500 : 400}
              pl={unit.within === null ? undefined : 'xl'}
              className="matrix-name"
            >
              {unit.name}
              {unit.closed && (
                <Text fz="sm" c="#5f5a54">
                  {t('units.closed')}
                </Text>
              )}
            </Table.Th>
            {programs.map((program, column) => {
              const key = keyOf(unit.id, program.id);
              return (
                <Table.Td key={program.id} ta="right" className="matrix-places">
                  <MatrixCell
                    label={`${unit.name}, ${program.name}`}
                    at={[row, column]}
                    quota={quotaOf.get(key)}
                    edit={edits.get(key)}
                    refused={refused.has(key)}
                    readOnly={readOnly || unit.closed}
                    onChange={(value) => {
                      onEdit(withChanges(edits, [{ unitId: unit.id, programId: program.id, value }], placesOf));
                    }}
                    onPaste={(event) => {
                      paste(event, [row, column]);
                    }}
                  >
                    <CellComments
                      name={`${unit.name}, ${program.name}`}
                      cell={{ period: year, unitId: unit.id, programId: program.id }}
                    />
                  </MatrixCell>
                  {quotaOf.has(key) && (
                    <CellMinimums
                      name={`${unit.name}, ${program.name}`}
                      quota={quotaOf.get(key) as Quota}
                      readOnly={readOnly || unit.closed || edits.has(key)}
                    />
                  )}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Totals programs={programs} units={units} quotas={quotas} edits={edits} />
    </Table>
  );
}

/** What the board still has to give, and what it all comes to; right while one types. */
function Totals({ programs, units, quotas, edits }: Pick<MatrixProps, 'programs' | 'units' | 'quotas' | 'edits'>) {
  const { t } = useTranslation();
  const words = usePlacesWords();
  const totals = programs.map(({ id }) => ({ id, ...totalsOf(quotas, id, { edits, units }) }));
  return (
    <Table.Tfoot>
      {quotas.some(({ reserve }) => reserve) && (
        <Table.Tr>
          <Table.Th className="matrix-name">{t('quotas.reserve')}</Table.Th>
          {totals.map(({ id, reserve }) => (
            <Table.Td key={id} ta="right" fw={600} c={reserve < 0 ? 'son.7' : undefined}>
              {reserve < 0 ? t('quotaMatrix.over', { count: -reserve }) : reserve}
            </Table.Td>
          ))}
        </Table.Tr>
      )}
      <Table.Tr>
        <Table.Th className="matrix-name">{t('quotas.total')}</Table.Th>
        {totals.map(({ id, ...sum }) => (
          <Table.Th key={id} ta="right">
            {sum.places}
            <Text fz="sm" c="#5f5a54" fw={400}>
              {words(sum)}
            </Text>
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Tfoot>
  );
}
