/**
 * What a key costs the page that chooses people, in a list of two hundred: the page's own work in Chromium, waiting for
 * other programs of the machine left out. What is felt as at once is twice the goal. Starts the demo on a PostgreSQL of its
 * own and builds nothing: run `npm run build` first.
 *
 *   node test/load/list-of-200.bench.mjs
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { once } from 'node:events';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const PEOPLE = 200;
const MOVES = 20;
const GOAL_MS = 100;
const MAIN = path.join(import.meta.dirname, '../../dist/main.js');

const probe = net.createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-bench-'));
fs.chmodSync(folder, 0o755); // root's PostgreSQL runs as somebody else
const url = `http://localhost:${port}`;
const server = spawn(process.execPath, [MAIN], {
  env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, DEMO: 'true' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
for (let said = ''; !said.includes('Demo accounts');) said += String((await once(server.stdout, 'data'))[0]);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

/** A class that everybody may be sent to. @returns its id */
function layClass() {
  return page.evaluate(async () => {
    const ask = async (address, body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/v1${address}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    };
    const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const kind = { kind: 'professional', needsQuota: false, from: '2020-01-01' };
    const { id: programId } = await ask('/programs', { code: 'DONG', name: 'Hội nghị toàn huyện', ...kind });
    const dates = { startsOn: day(60), endsOn: day(60) };
    const size = { capacity: 300, minimum: 0 };
    const { id } = await ask('/courses', { code: 'DONG-01', title: 'Hội nghị', programId, ...size, ...dates });
    await ask(`/courses/${id}/open-nominations`, { deadline: day(10) });
    return id;
  });
}

/** Milliseconds the page has worked so far. */
async function worked() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
}

async function measure(what, key, times) {
  const before = await worked();
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
  const each = ((await worked()) - before) / times;
  console.log(`${each <= GOAL_MS ? 'reached ' : 'MISSED  '} ${what}: ${each.toFixed(1)} ms a key (goal ${GOAL_MS})`);
}

const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })).newPage();
const devtools = await page.context().newCDPSession(page);
try {
  await page.goto(`${url}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill('board');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('hong-chuyen-demo');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { name: 'Bàn làm việc' }).waitFor();
  await page.goto(`${url}/lop/${await layClass()}/de-cu`);
  await page
    .locator('[data-row]')
    .nth(PEOPLE - 1)
    .waitFor({ state: 'attached' });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.keyboard.press('ArrowDown');
  await measure('choosing one after the other', 'Shift+ArrowDown', PEOPLE - 1);
  await page.locator('[data-chosen]').first().focus();
  await measure('moving somebody by a place', 'Alt+ArrowDown', MOVES);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  fs.rmSync(folder, { recursive: true, force: true });
}
