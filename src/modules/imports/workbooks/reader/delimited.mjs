import { Refused } from './refused.mjs';

const SEPARATORS = [';', '\t', ','];
/** By so many lines the separator is judged. */
const JUDGED = 50;

/** Opens a text of cells with ; tab or comma between them. @throws Refused */
export function openDelimited(content, limits) {
  const { text, encoding } = decode(content);
  const named = /^sep=(.)\r?\n/.exec(text);
  const rows = cellsOf(named ? text.slice(named[0].length) : text, named?.[1] ?? separatorOf(text), limits);
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell !== null));
  // The line that names the separator is one of the office's own count.
  const before = named ? 1 : 0;
  return {
    date1904: false,
    encoding,
    fonts: [],
    sheets: [{ name: 'CSV', hidden: false, rows: last + 1 + before, merges: [], hiddenRows: [], hiddenColumns: [] }],
    rows: (_, from, count) => {
      const picked = [];
      let line = from;
      for (; line <= last + before && picked.length < count; line++) {
        const cells = rows[line - before] ?? [];
        if (cells.some((cell) => cell !== null)) picked.push([line, cells]);
      }
      return { rows: picked, next: line <= last + before ? line : null };
    },
  };
}

/** Text in the encoding it is in: a mark at its beginning, else what its bytes can be. */
function decode(content) {
  const encoding = encodingOf(content);
  // Bytes of one letter each are handed on as they are: TCVN3 and VNI are such too, and are told apart by their words.
  return { text: new TextDecoder(encoding).decode(content), encoding };
}

function encodingOf(content) {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  const start = content.subarray(0, 4096);
  const zeros = [0, 1].map((odd) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  if (zeros[1] > start.length / 8) return 'utf-16le';
  if (zeros[0] > start.length / 8) return 'utf-16be';
  if (content.includes(0)) throw new Refused('not-a-workbook');
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The separator that divides the most lines into as many cells as their neighbours. */
function separatorOf(text) {
  const lines = text.split(/\r\n?|\n/, JUDGED).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  const worth = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    return counts.filter((count, index) => count > 0 && count === counts[index + 1]).length;
  });
  return SEPARATORS[worth.indexOf(Math.max(...worth))];
}

/** @returns lines of cells; a line within quotes belongs to the cell it stands in */
function cellsOf(text, separator, limits) {
  const rows = [];
  let cells = [];
  let start = 0;
  let quoted = false;
  const endCell = (end) => cells.push(cellOf(text.slice(start, end)));
  const endRow = (end) => {
    endCell(end);
    if (rows.push(cells) > limits.rows) throw new Refused('too-many-rows', { rows: limits.rows });
    cells = [];
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = quoted ? text[at + 1] === '"' && at++ > 0 : text.slice(start, at).trim() === '';
    else if (quoted) continue;
    else if (sign === separator) (endCell(at), (start = at + 1));
    else if (sign === '\n' || sign === '\r') {
      endRow(at);
      if (sign === '\r' && text[at + 1] === '\n') at++;
      start = at + 1;
    }
  }
  if (quoted) throw new Refused('damaged');
  if (start < text.length) endRow(text.length);
  return rows;
}

/** Spreadsheets take what begins with = for a formula, and ="001" for a text. No other program can reckon it. */
function cellOf(written) {
  const trimmed = written.trim();
  const text = trimmed.startsWith('"') ? trimmed.slice(1, -1).replaceAll('""', '"') : written;
  const literal = /^="([^]*)"$/.exec(text);
  if (literal) return literal[1].replaceAll('""', '"');
  if (/^=/.test(text)) {
    if (/\||\[|:\/\/|\\\\|WEBSERVICE|DDE/i.test(text))
      throw new Refused('external-links', { formula: text.slice(0, 80) });
    return { unreckoned: true };
  }
  return text.trim() === '' ? null : text;
}
