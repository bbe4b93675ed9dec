import { readYear } from './cells.js';
import { programNamedIn } from './header.js';
import type { Surroundings, TableRow } from './table-row.js';
import type { Layout, LlctProgram, PlacementValues } from './workbook.types.js';

const MODES = {
  'tap trung': 'full-time',
  tt: 'full-time',
  'khong tap trung': 'part-time',
  ktt: 'part-time',
  'vua lam vua hoc': 'part-time',
  'tai chuc': 'part-time',
} as const;
const RESULTS = {
  'xuat sac': 'excellent',
  gioi: 'good',
  kha: 'fair',
  'trung binh': 'average',
  tb: 'average',
} as const;

/** One person of a list of people sent to study political theory. */
export function readPlacement(row: TableRow, { unitHeading }: Surroundings, layout: Layout): PlacementValues {
  return {
    program: readProgram(row, layout),
    fullName: row.needText('fullName'),
    unitName: row.text('unitName') ?? unitHeading ?? row.fail('unitName', 'empty'),
    post: row.text('post'),
    mode: row.isEmpty('mode') ? row.fail('mode', 'empty') : row.word('mode', MODES, 'mode'),
    school: row.text('school'),
    year: row.needNumber('year', readYear),
    result: row.word('result', RESULTS, 'result'),
    note: row.text('note'),
    recordId: row.text('recordId'),
  };
}

function readProgram(row: TableRow, { program }: Layout): LlctProgram | null {
  if (row.isEmpty('program')) return program ?? row.fail('program', 'program');
  return programNamedIn(row.text('program') ?? '') ?? row.fail('program', 'program');
}
