/**
 * How long the largest allowed workbooks take to read, and how much memory the process that reads them takes at most:
 * `npm run build:server && node test/load/read-workbook.bench.mjs [rows]`. Run by hand on a quiet machine.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { book } from '../fixtures/workbooks/build.mjs';

const ROWS = Number(process.argv[2] ?? 50_000);
const root = path.resolve(import.meta.dirname, '../..');
const { inspectWorkbook, readRows } = await import(path.join(root, 'dist/modules/imports/workbooks/index.js'));

const HEADER = [
  'STT',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Dân tộc',
  'Quê quán',
  'Chức vụ',
  'Đối tượng',
  'Ngày vào Đảng',
  'Ngày chính thức',
  'Trình độ chuyên môn',
  'Chuyên ngành',
  'LLCT',
  'Đơn vị',
  'Ghi chú',
];
const FAMILIES = ['Nguyễn', 'Trần', 'Hoàng', 'Nông', 'Lý', 'Vi', 'Hứa'];
const person = (index) => [
  index + 1,
  `${FAMILIES[index % FAMILIES.length]} Văn ${index}`,
  `${(index % 28) + 1}/0${(index % 9) + 1}/19${60 + (index % 40)}`,
  index % 3 === 0 ? 'Nữ' : 'Nam',
  'Tày',
  `Thôn ${index}, Lạng Sơn`,
  'Công chức văn phòng',
  'Công chức',
  '26/02/2009',
  '26/02/2010',
  'Đại học',
  'Kế toán',
  'Trung cấp',
  `Xã ${index % 200}`,
  `Số ${index}`,
];

/** Most memory that any child of this process has at once, looked at while something runs. */
function watchChildren() {
  let most = 0;
  const timer = setInterval(() => {
    const children = fs.readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ');
    for (const child of children.filter(Boolean)) {
      try {
        const peak = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${child}/status`, 'utf8'));
        most = Math.max(most, Number(peak?.[1] ?? 0) / 1024);
      } catch {
        // It ended in between.
      }
    }
  }, 20);
  return () => (clearInterval(timer), Math.round(most));
}

async function measure(type, content) {
  const file = { name: `x.${type}`, content };
  const stop = watchChildren();
  const began = performance.now();
  const { layouts } = await inspectWorkbook(file, 'officials');
  const inspected = performance.now();
  let rows = 0;
  let sound = 0;
  for await (const batch of readRows(file, 'officials', layouts)) {
    rows += batch.rows.length;
    sound += batch.rows.filter(({ problems }) => problems.length === 0).length;
  }
  const seconds = (from, to) => ((to - from) / 1000).toFixed(1);
  return {
    type,
    MB: (content.length / 1e6).toFixed(1),
    rows,
    sound,
    'inspect s': seconds(began, inspected),
    'read s': seconds(inspected, performance.now()),
    'reader MB': stop(),
    'parent MB': Math.round(process.memoryUsage.rss() / 1024 / 1024),
  };
}

/** The file is made by a process of its own, so that its memory is not counted. */
if (process.argv[3]) {
  fs.writeFileSync(
    process.argv[3],
    book(path.extname(process.argv[3]).slice(1), {
      rows: [HEADER, ...Array.from({ length: ROWS }, (_, index) => person(index))],
    }),
  );
} else {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'workbooks-'));
  const results = [];
  for (const type of ['xlsx', 'ods', 'xls', 'csv']) {
    const file = path.join(folder, `list.${type}`);
    execFileSync(process.execPath, [import.meta.filename, String(ROWS), file]);
    results.push(await measure(type, fs.readFileSync(file)));
  }
  fs.rmSync(folder, { recursive: true });
  console.table(results);
}
