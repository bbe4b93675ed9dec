import path from 'node:path';
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

/** The pilot's workbooks, which stand beside this file in the source and in the build. */
export const pilotWorkbook = (name: string): string => path.join(pilotFolder(), name);

/** Found from the program's own place: this file is compiled to both module systems, which know different names for it. */
function pilotFolder(): string {
  const built = path.resolve(path.dirname(process.argv[1] ?? ''), 'modules/demo/pilot');
  const source = path.resolve('src/modules/demo/pilot');
  return process.argv[1]?.endsWith('main.js') ? built : source;
}
