import { Refused } from './refused.mjs';

/** Records of the .xls stream that matter here, and where in a BOUNDSHEET the kind of sheet stands. */
const RECORD = {
  begin: 0x0809,
  boundSheet: 0x0085,
  filePass: 0x002f,
  supBook: 0x01ae,
  objProj: 0x00d3,
  row: 0x0208,
  columns: 0x007d,
  font: 0x0031,
};
/** From Excel 97 on texts are Unicode. */
const VERSION_97 = 0x0600;
const ROW_HIDDEN = 0x20;
const COLUMN_HIDDEN = 0x01;
const KIND_OF_SHEET = 5;
const MACRO_SHEETS = [1, 6];
const MOST_FONTS = 50;
/** What a SUPBOOK says instead of a path when it speaks of this workbook itself, or of built-in functions. */
const ITSELF = 0x0401;
const ADD_IN = 0x3a01;

/**
 * Looks through an .xls before it is read.
 * @param CFB the reader of its container
 * @returns the stream of the workbook alone, which rows and columns it hides, sheet by sheet, the fonts it names, and
 *   whether its texts are Unicode
 * @throws Refused
 */
export function checkBinary(CFB, content) {
  let container;
  try {
    container = CFB.read(content, { type: 'buffer' });
  } catch {
    throw new Refused('damaged');
  }
  const paths = container.FullPaths.map((path) => path.toLowerCase());
  if (paths.some((path) => /encryptedpackage|encryptioninfo/.test(path))) throw new Refused('encrypted');
  if (paths.some((path) => /_vba_project|\/vba\/|\/macros\//.test(path))) throw new Refused('macros');
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (!stream?.content) throw new Refused('not-a-workbook');
  const records = Buffer.isBuffer(stream.content) ? stream.content : Buffer.from(stream.content);
  const isUnicode = records.length >= 6 && records.readUInt16LE(4) === VERSION_97;
  return { records, ...checkRecords(records, isUnicode), isUnicode };
}

function checkRecords(records, isUnicode) {
  const hidden = [];
  const fonts = new Set();
  let sheet = null;
  for (let at = 0; at + 4 <= records.length;) {
    const [kind, length] = [records.readUInt16LE(at), records.readUInt16LE(at + 2)];
    const body = records.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    refuseRecord(kind, body);
    // The first part is about the workbook, each that follows about one sheet, in the order in which they are named.
    if (kind === RECORD.begin)
      sheet = sheet === null ? {} : (hidden[hidden.push({ rows: [], columns: [] }) - 1] ?? sheet);
    if (sheet?.rows) noteHidden(kind, body, sheet);
    if (kind === RECORD.font && fonts.size < MOST_FONTS) fonts.add(fontName(body, isUnicode));
  }
  return { hidden, fonts: [...fonts].filter(Boolean) };
}

/** The name at the end of a FONT record: its length, from Excel 97 on how its letters are kept, its letters. */
function fontName(body, isUnicode) {
  const [length, start] = [body[14] ?? 0, isUnicode ? 16 : 15];
  const wide = isUnicode && (body[15] & 1) === 1;
  return body.toString(wide ? 'utf16le' : 'latin1', start, start + length * (wide ? 2 : 1));
}

function refuseRecord(kind, body) {
  if (kind === RECORD.filePass) throw new Refused('encrypted');
  if (kind === RECORD.objProj) throw new Refused('macros');
  if (kind === RECORD.boundSheet && MACRO_SHEETS.includes(body[KIND_OF_SHEET])) throw new Refused('macros');
  if (kind === RECORD.supBook && body.length >= 4 && ![ITSELF, ADD_IN].includes(body.readUInt16LE(2)))
    throw new Refused('external-links');
}

function noteHidden(kind, body, { rows, columns }) {
  if (kind === RECORD.row && body.length >= 14 && (body[12] & ROW_HIDDEN) !== 0) rows.push(body.readUInt16LE(0));
  if (kind === RECORD.columns && body.length >= 10 && (body[8] & COLUMN_HIDDEN) !== 0)
    for (let column = body.readUInt16LE(0); column <= Math.min(body.readUInt16LE(2), 300); column++)
      columns.push(column);
}
