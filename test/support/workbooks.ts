import fs from 'node:fs';
import path from 'node:path';
import { inspectWorkbook, readRows } from '../../src/modules/imports/workbooks/index.js';
import type {
  CellProblem,
  ImportKind,
  Inspection,
  ReadRow,
  WorkbookFile,
} from '../../src/modules/imports/workbooks/index.js';

const root = path.resolve(__dirname, '../..');
export const FIXTURES = path.join(root, 'test/fixtures/workbooks');

/** What the pilot's workbooks must add up to. */
export const expected = JSON.parse(fs.readFileSync(path.join(root, 'test/fixtures/pilot/expected.json'), 'utf8')) as {
  readonly officials: number;
  readonly professionalStandard: number;
  readonly llctStandard: number;
  readonly unitsAllMet: number;
  readonly classes: number;
  readonly trainees: number;
  readonly sentAdvanced: number;
  readonly sentIntermediate: number;
  readonly classesPerYear: Readonly<Record<string, number>>;
  readonly perUnit: Readonly<Record<string, { officials: number; professional: number; llct: number }>>;
};

export const fileAt = (file: string): WorkbookFile => ({ name: path.basename(file), content: fs.readFileSync(file) });
export const pilotFile = (name: string): WorkbookFile => fileAt(path.join(root, 'src/modules/demo/pilot', name));

/** Everything that is read of a file. */
export interface Everything<Kind extends ImportKind> {
  readonly inspection: Inspection;
  readonly rows: ReadRow<Kind>[];
  readonly problems: CellProblem[];
  readonly warnings: CellProblem[];
}

export async function readAll<Kind extends ImportKind>(file: WorkbookFile, kind: Kind): Promise<Everything<Kind>> {
  const inspection = await inspectWorkbook(file, kind);
  const rows: ReadRow<Kind>[] = [];
  const warnings: CellProblem[] = [];
  for await (const batch of readRows(file, kind, inspection.layouts)) {
    rows.push(...batch.rows);
    warnings.push(...batch.warnings);
  }
  return { inspection, rows, problems: rows.flatMap(({ problems }) => problems), warnings };
}
