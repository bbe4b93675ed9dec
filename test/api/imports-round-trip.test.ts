import XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { newId } from '../../src/kernel/ids.js';
import { OfficialsBulk } from '../../src/modules/officials/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { unitId } from '../support/build.js';
import { type Body, type Client } from '../support/client.js';
import { applied, emptying, previewOf, rowsOf } from '../support/imports.js';
import { type Someone, someone } from '../support/officials-arbitrary.js';

jest.setTimeout(240_000);

const UNITS = ['BIX', 'KM', 'DL-TT', 'DL'];
const EMPTY = emptying();

let app: TestApp;
let board: Client;
let units: string[];
beforeAll(async () => {
  app = await startApp({ worker: true });
  board = await app.as('board');
  units = await Promise.all(UNITS.map((code) => unitId(app, code)));
});
afterAll(() => app.stop());

/** People of several units, none of whom is another's double. */
const people = fc.uniqueArray(fc.record({ person: someone, unit: fc.nat({ max: UNITS.length - 1 }) }), {
  minLength: 12,
  maxLength: 25,
  comparator: (a, b) =>
    a.person.fullName.toLowerCase() === b.person.fullName.toLowerCase() ||
    (a.person.citizenId !== null && a.person.citizenId === b.person.citizenId) ||
    (a.person.partyCard !== null && a.person.partyCard === b.person.partyCard),
});

/** Records people as the product does, without a list. */
const record = async (list: readonly { person: Someone; unit: number }[]): Promise<void> => {
  await app.database.rows(EMPTY);
  await app.app.get(OfficialsBulk).insert(
    list.map(({ person, unit }) => ({
      ...person,
      id: newId(),
      unitId: units[unit]!,
      cellId: null,
      membership: person.fullMemberOn ? 'full' : person.probationaryOn ? 'probationary' : 'none',
      post: person.post!,
      category: person.category!,
    })),
  );
};

type Cells = (string | number | null)[];
const sheetOf = (file: Buffer): Cells[] => {
  const book = XLSX.read(file, { type: 'buffer' });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null, blankrows: true });
};
/** The same list without the numbers of its records: as an office that never had them would hand it in. */
const withoutRecords = (file: Buffer): Buffer => {
  const rows = sheetOf(file).map((cells) => cells.slice(0, -1));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Trích ngang');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
};

test('import(export(x)) = x: a list that comes back changes nothing, and makes the same people where there are none', async () => {
  await fc.assert(
    fc.asyncProperty(people, async (list) => {
      await record(list);
      const handedOut = await board.file('/officials/export');
      const back = await previewOf(board, 'officials', handedOut);
      const problems = (await rowsOf(board, back.id, 'problem')).map((row: Body) => row.problems);
      const changes = (await rowsOf(board, back.id, 'changed')).map((row: Body) => row.changes);
      expect({ problems, changes, warnings: back.warnings, unchanged: back.summary.unchanged }).toEqual({
        problems: [],
        changes: [],
        warnings: [],
        unchanged: list.length,
      });
      const plain = withoutRecords(handedOut);
      await app.database.rows(EMPTY);
      const anew = await previewOf(board, 'officials', plain);
      expect((await rowsOf(board, anew.id, 'problem')).map((row: Body) => row.problems)).toEqual([]);
      await applied(board, anew.id);
      expect(sheetOf(withoutRecords(await board.file('/officials/export')))).toEqual(sheetOf(plain));
    }),
    { numRuns: 4 },
  );
});
