/**
 * The process that opens one workbook for its parent: plain JavaScript, so that the build and the tests run the same
 * file. It holds no secrets (its environment is empty), runs nothing of what it reads, has bounded memory and time, and
 * ends with its parent. Rows leave it only when they are asked for: that is the back-pressure.
 *
 * parent → { open: { type, content, limits } }          child → { opened: { sheets, date1904 } } | { refused }
 * parent → { rows: { sheet, from, count } }             child → { rows: [line, cells][], next: line | null }
 */
import { guard, worked } from './guard.mjs';
import { Refused } from './refused.mjs';

let workbook = null;
let milliseconds = 0;

async function answer(message) {
  if (message.open) {
    const { type, content, limits } = message.open;
    guard(limits);
    ({ milliseconds } = limits);
    const file = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    workbook = await openWorkbook(type, file, limits);
    const { sheets, date1904, encoding, fonts } = workbook;
    return inTime({ opened: { sheets, date1904, encoding, fonts } });
  }
  const { sheet, from, count } = message.rows;
  return inTime(workbook.rows(sheet, from, count));
}

/** An answer, unless it took more work than a file may: the guard looks up only now and then. */
function inTime(reply) {
  if (worked() > milliseconds) throw new Refused('timeout');
  return reply;
}

/** What a kind of file needs is loaded for that kind alone: it takes longer than most files. */
async function openWorkbook(type, file, limits) {
  if (type === 'csv') return (await import('./delimited.mjs')).openDelimited(file, limits);
  return (await import('./spreadsheet.mjs')).openSpreadsheet(type, file, limits);
}

process.on('message', (message) => {
  answer(message)
    .catch((error) => ({
      refused:
        error instanceof Refused ? { reason: error.reason, facts: error.facts } : { reason: 'damaged', facts: {} },
    }))
    .then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());
