import { readFile } from 'node:fs/promises';
import { assetFile } from '../../platform/config/assets.js';
import { type ImportKind, inspectWorkbook, isSound, readRows, type SoundValues } from '../imports/index.js';
import type { UnitKind } from '../units/index.js';

/** Password of every demo account; they exist only with the demo data, and only on this machine's own address. */
export const DEMO_PASSWORD = 'hong-chuyen-demo';

/** The preset `2019-district`: the district committee of the pilot, its communes and towns as they were in 2019. */
export const DISTRICT = { code: 'DINH-LAP', name: 'Huyện ủy Đình Lập', kind: 'district-committee' as UnitKind };

/** Code, name as the workbooks write it, kind. */
export const COMMUNES: readonly { code: string; name: string; kind: UnitKind }[] = [
  { code: 'DL-TT', name: 'Thị trấn Đình Lập', kind: 'town' },
  { code: 'NT-TT', name: 'Thị trấn Nông Trường Thái Bình', kind: 'town' },
  { code: 'BL', name: 'Xã Bắc Lãng', kind: 'commune' },
  { code: 'BX', name: 'Xã Bắc Xa', kind: 'commune' },
  { code: 'BIX', name: 'Xã Bính Xá', kind: 'commune' },
  { code: 'CS', name: 'Xã Châu Sơn', kind: 'commune' },
  { code: 'CL', name: 'Xã Cường Lợi', kind: 'commune' },
  { code: 'DL', name: 'Xã Đình Lập', kind: 'commune' },
  { code: 'DT', name: 'Xã Đồng Thắng', kind: 'commune' },
  { code: 'KM', name: 'Xã Kiên Mộc', kind: 'commune' },
  { code: 'LC', name: 'Xã Lâm Ca', kind: 'commune' },
  { code: 'TB', name: 'Xã Thái Bình', kind: 'commune' },
];

/** Party cells of every commune, by number. */
export const CELLS: readonly string[] = [
  'Chi bộ Đảng ủy – Ủy ban',
  'Chi bộ các đoàn thể',
  'Chi bộ Trường học – Trạm y tế',
];

/** What a class of the old list was, by the first words of its code. */
export const programCodeOf = (courseCode: string): string => courseCode.split('-')[0] ?? courseCode;

/**
 * The rows of one of the pilot's workbooks, which stand beside this file in the source and in the build.
 * @throws Error naming the first row that is not understood.
 */
export async function pilotRows<Kind extends ImportKind>(name: string, kind: Kind): Promise<SoundValues<Kind>[]> {
  const file = { name, content: await readFile(assetFile(`modules/demo/pilot/${name}`)) };
  const { layouts } = await inspectWorkbook(file, kind);
  const values: SoundValues<Kind>[] = [];
  for await (const { rows } of readRows(file, kind, layouts)) {
    for (const row of rows) {
      if (!isSound(row)) throw new Error(`${name}, line ${row.line}: ${JSON.stringify(row.problems)}`);
      values.push(row.values);
    }
  }
  return values;
}
