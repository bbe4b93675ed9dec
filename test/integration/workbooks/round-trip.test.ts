import fc from 'fast-check';
import { columnsOf, OFFICIAL_CELLS, type OfficialRow } from '../../../src/modules/imports/export-columns.js';
import { Dittos } from '../../../src/modules/imports/workbooks/dittos.js';
import { readOfficial } from '../../../src/modules/imports/workbooks/officials-sheet.js';
import { TableRow } from '../../../src/modules/imports/workbooks/table-row.js';
import { FIELDS } from '../../../src/modules/imports/workbooks/index.js';
import { type Someone, someone } from '../../support/officials-arbitrary.js';

const COLUMNS = columnsOf<OfficialRow>('officials', OFFICIAL_CELLS);
/** The fields of the columns: the running number, then those that the list has, in the order of the fields. */
const NAMES = [null, ...FIELDS.officials.map(({ name }) => name).filter((name) => OFFICIAL_CELLS[name] !== undefined)];
const TABLE = {
  kind: 'officials' as const,
  date1904: false,
  columnOf: new Map(NAMES.flatMap((name, index) => (name === null ? [] : [[name, index] as const]))),
  layout: {
    sheet: 'Trích ngang',
    headerRow: 1,
    firstRow: 3,
    columns: [],
    ordinal: 0,
    fingerprint: '',
    encoding: 'unicode' as const,
    mixed: false,
    program: null,
    missing: [],
  },
};
const rowOf = (person: Someone): OfficialRow => ({
  ...person,
  id: '0198a000-0000-7000-8000-000000000001',
  unitId: 'u',
  unitName: 'Xã Bính Xá',
  cellId: null,
  citizenIdSealed: null,
  partyCardSealed: null,
  llctConferred: false,
  plannings: 0,
  planningConfirmedOn: null,
});

describe('a list as it is handed out', () => {
  it('has a column for every field that it names', () => {
    expect(COLUMNS).toHaveLength(NAMES.length);
  });

  it('says of everybody exactly what is recorded, whatever stands above', () => {
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 3 }), (people) => {
        const dittos = new Dittos(TABLE);
        for (const [index, person] of people.entries()) {
          const record = rowOf(person);
          const { cells, dittos: taken } = dittos.fill(COLUMNS.map(({ value }) => value(record, index)));
          const row = new TableRow(TABLE, index + 3, cells);
          const read = readOfficial(row, { unitHeading: null, partHeading: null });
          expect({ read, problems: row.problems, taken }).toEqual({
            read: { ...person, unitName: 'Xã Bính Xá', planningConfirmedOn: null, note: null, recordId: record.id },
            problems: [],
            taken: [],
          });
        }
      }),
      { numRuns: 400 },
    );
  });
});
