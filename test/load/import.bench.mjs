/**
 * How long 50,000 rows take from the upload to the preview, and from there to the record, and how much memory the
 * product's processes hold meanwhile. Builds nothing: run `npm run build:server` first.
 *
 *   node test/load/import.bench.mjs [rows]
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import XLSX from '@e965/xlsx';

const ROWS = Number(process.argv[2] ?? 50_000);
const PORT = Number(process.env.PORT ?? 3105);
const BASE = `http://localhost:${PORT}/api/v1`;
const UNITS = [
  'Thị trấn Đình Lập',
  'Thị trấn Nông Trường Thái Bình',
  'Xã Bắc Lãng',
  'Xã Bắc Xa',
  'Xã Bính Xá',
  'Xã Châu Sơn',
  'Xã Cường Lợi',
  'Xã Đình Lập',
  'Xã Đồng Thắng',
  'Xã Kiên Mộc',
  'Xã Lâm Ca',
  'Xã Thái Bình',
];
const FAMILY = ['Hoàng', 'Nông', 'Lý', 'Triệu', 'Lương', 'Bế', 'Đặng', 'Vi', 'Lộc', 'Nguyễn', 'Trần', 'Hứa'];
const MIDDLE = ['Văn', 'Thị', 'Quốc', 'Minh', 'Thanh', 'Ngọc', 'Đức', 'Kim', 'Xuân', 'Hữu'];
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dũng',
  'Đào',
  'Hà',
  'Hiền',
  'Hoa',
  'Lâm',
  'Long',
  'Mai',
  'Nga',
  'Oanh',
  'Phúc',
  'Sơn',
  'Yến',
];
const two = (number) => String(number).padStart(2, '0');

/** One person of each number, never two alike: the number is spelt in the name and in the date of birth. */
function person(n) {
  const name = [
    FAMILY[n % 12],
    MIDDLE[Math.floor(n / 12) % 10],
    GIVEN[Math.floor(n / 120) % 16],
    GIVEN[Math.floor(n / 1920) % 16],
  ];
  const born = `${two(1 + (n % 28))}/${two(1 + (Math.floor(n / 28) % 12))}/${1960 + (Math.floor(n / 336) % 40)}`;
  return [
    n + 1,
    name.join(' '),
    n % 2 ? null : born,
    n % 2 ? born : null,
    'Tày',
    'Đình Lập, Lạng Sơn',
    'Công chức Văn phòng - Thống kê',
    'Công chức',
    '01/01/2010',
    '01/01/2011',
    'Đại học',
    'Luật',
    'Trung cấp',
    UNITS[n % 12],
  ];
}

function workbook(rows) {
  const header = [
    [
      'STT',
      'Họ và tên',
      'Ngày, tháng, năm sinh',
      null,
      'Dân tộc',
      'Quê quán',
      'Chức vụ',
      'Đối tượng',
      'Ngày vào Đảng',
      null,
      'Trình độ',
      null,
      null,
      'Đơn vị',
    ],
    [null, null, 'Nam', 'Nữ', null, null, null, null, 'Dự bị', 'Chính thức', 'Chuyên môn', 'Ngành', 'LLCT', null],
  ];
  const sheet = XLSX.utils.aoa_to_sheet([
    ['DANH SÁCH TRÍCH NGANG'],
    [],
    ...header,
    ...Array.from({ length: rows }, (_, n) => person(n)),
  ]);
  return XLSX.write(
    { SheetNames: ['Trích ngang'], Sheets: { 'Trích ngang': sheet } },
    { type: 'buffer', bookType: 'xlsx', compression: true },
  );
}

/** Resident memory of the product's node processes, by pid: the program and the child that reads the file. */
function memory(root) {
  const status = (pid) => fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const found = {};
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const text = status(pid);
      const isChild = Number(/^PPid:\s+(\d+)/m.exec(text)?.[1]) === root;
      if (!/^Name:\s+node/m.test(text) || !(Number(pid) === root || isChild)) continue;
      found[Number(pid) === root ? 'program' : 'reader'] = Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1]) / 1024;
    } catch {
      // It has just ended.
    }
  }
  return found;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen-bench-'));
fs.chmodSync(folder, 0o755);
const program = spawn(process.execPath, ['dist/main.js'], {
  env: { PATH: process.env.PATH, PORT: String(PORT), DATA_DIR: folder, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => program.stdout.on('data', (text) => String(text).includes('http://') && resolve()));

const peak = {};
const watch = setInterval(() => {
  for (const [name, megabytes] of Object.entries(memory(program.pid)))
    peak[name] = Math.max(peak[name] ?? 0, Math.round(megabytes));
}, 100);

try {
  const login = await fetch(`${BASE}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'board', password: 'hong-chuyen-demo' }),
  });
  const headers = { cookie: login.headers.get('set-cookie').split(';')[0] };
  const ask = async (method, address, body) => {
    const response = await fetch(`${BASE}${address}`, {
      method,
      headers: { ...headers, ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }) },
      body: body instanceof FormData ? body : body && JSON.stringify(body),
    });
    return response.json();
  };
  const settled = async (id) => {
    for (;;) {
      const view = await ask('GET', `/imports/${id}`);
      if (!['reading', 'applying'].includes(view.status)) return view;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const timed = async (what, work) => {
    for (const name of Object.keys(peak)) delete peak[name];
    const begin = performance.now();
    const result = await work();
    const seconds = (performance.now() - begin) / 1000;
    console.log(
      `${what}: ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows/s, memory MB ${JSON.stringify(peak)}`,
    );
    return { result, seconds };
  };
  const content = workbook(ROWS);
  console.log(`${ROWS} rows, ${(content.length / 1048576).toFixed(1)} MB`);
  const { inspectWorkbook, readRows } = await import('../../dist/modules/imports/workbooks/index.js');
  process.argv[1] = path.resolve('dist/main.js'); // by which the reader finds its own files
  const file = { name: 'x.xlsx', content };
  const alone = await timed('reading alone', async () => {
    const { layouts } = await inspectWorkbook(file, 'officials');
    let rows = 0;
    for await (const batch of readRows(file, 'officials', layouts)) rows += batch.rows.length;
    return rows;
  });
  const upload = async () => {
    const form = new FormData();
    form.append('kind', 'officials');
    form.append('file', new Blob([content]), 'bench.xlsx');
    return settled((await ask('POST', '/imports', form)).id);
  };
  const preview = await timed('upload to preview', upload);
  console.log(preview.result.status, preview.result.summary, preview.result.reason ?? '');
  const applied = await timed('apply', async () => {
    await ask('POST', `/imports/${preview.result.id}/apply`, {});
    return settled(preview.result.id);
  });
  console.log(applied.result.status, applied.result.reason ?? '');
  const total = preview.seconds + applied.seconds;
  console.log(
    `together ${total.toFixed(1)} s; preview runs at ${(alone.seconds / preview.seconds).toFixed(2)} of reading alone`,
  );
  console.log((await timed('the same file again', upload)).result.summary);
  console.log((await timed('undo', () => ask('POST', `/imports/${preview.result.id}/undo`))).result.status);
} finally {
  clearInterval(watch);
  const gone = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await gone;
  fs.rmSync(folder, { recursive: true, force: true });
}
