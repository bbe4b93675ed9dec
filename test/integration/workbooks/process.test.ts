import { fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inspectWorkbook } from '../../../src/modules/imports/workbooks/index.js';
import { OpenWorkbook, READING_LIMITS } from '../../../src/modules/imports/workbooks/reader-process.js';
import { pilotFile } from '../../support/workbooks.js';
import { until } from '../../support/until.js';

const READER = path.resolve('src/modules/imports/workbooks/reader/reader.mjs');
const pilot = pilotFile('can-bo-2019.xlsx');

/** Whether a process is there and not merely waiting to be counted. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the process that reads a workbook', () => {
  it('is stopped when its time is over', async () => {
    const limits = { ...READING_LIMITS, milliseconds: 5 };
    await expect(OpenWorkbook.open(pilot, limits)).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('is not hurried by a consumer who takes longer than its own work may', async () => {
    const limits = { ...READING_LIMITS, milliseconds: 2_000 };
    const workbook = await OpenWorkbook.open(pilot, limits);
    await new Promise((resolve) => setTimeout(resolve, limits.milliseconds + 500));
    let rows = 0;
    for await (const batch of workbook.rows(0)) rows += batch.length;
    workbook.close();
    expect(rows).toBeGreaterThan(243);
  });

  it('is stopped when it takes more memory than it may', async () => {
    const rows = Array.from({ length: 300_000 }, (_, index) => `${index};Nguyễn Văn ${index};Xã ${index}`);
    const large = { name: 'large.csv', content: Buffer.from(rows.join('\n')) };
    const limits = { ...READING_LIMITS, rows: 1_000_000, memory: 90 * 1024 * 1024 };
    await expect(OpenWorkbook.open(large, limits)).rejects.toMatchObject({ reason: 'too-complex' });
  });

  it('does not read sheets longer than they may be', async () => {
    const limits = { ...READING_LIMITS, rows: 100 };
    await expect(OpenWorkbook.open(pilot, limits)).rejects.toMatchObject({
      reason: 'too-many-rows',
      facts: { rows: 100 },
    });
  });

  it('is not even started for a file that is too large', async () => {
    const file = { name: 'x.csv', content: Buffer.alloc(25_000_001, 'a;b\n') };
    await expect(inspectWorkbook(file, 'officials')).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('hands out rows only when they are asked for, each once', async () => {
    const workbook = await OpenWorkbook.open(pilot);
    const lines: number[] = [];
    for await (const rows of workbook.rows(0)) lines.push(...rows.map(([index]) => index));
    workbook.close();
    expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
    expect(lines.at(-1)).toBe(263);
  });

  it('sees nothing of our environment, and ends with the process that started it', async () => {
    const script = `
      const child = require('node:child_process').fork(${JSON.stringify(READER)}, [], { serialization: 'advanced', env: {} });
      process.stdout.write(String(child.pid) + '\\n');
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    expect(runs(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until('the reader has ended', () => !runs(pid));
  });

  it('survives questions it does not know', async () => {
    const child = fork(READER, [], {
      serialization: 'advanced',
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const answer = await new Promise((resolve) => {
      child.once('message', resolve);
      child.send({ rows: { sheet: 9, from: 0, count: 1 } });
    });
    child.kill('SIGKILL');
    expect(answer).toEqual({ refused: { reason: 'damaged', facts: {} } });
  });
});
