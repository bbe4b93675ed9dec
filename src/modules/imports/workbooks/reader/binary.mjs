import { Refused } from './refused.mjs';

/** Records of the .xls stream that matter here, and where in a BOUNDSHEET the kind of sheet stands. */
const RECORD = {
  boundSheet: 0x0085,
  filePass: 0x002f,
  supBook: 0x01ae,
  objProj: 0x00d3,
  dconName: 0x0052,
  dconRef: 0x0051,
};
const KIND_OF_SHEET = 5;
const MACRO_SHEETS = [1, 6];
/** What a SUPBOOK says instead of a path when it speaks of this workbook itself, or of built-in functions. */
const ITSELF = 0x0401;
const ADD_IN = 0x3a01;

/** Looks through an .xls before it is read. @param CFB the reader of its container @throws Refused */
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
  checkRecords(Buffer.from(stream.content));
}

function checkRecords(stream) {
  for (let at = 0; at + 4 <= stream.length;) {
    const [kind, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    const body = stream.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    if (kind === RECORD.filePass) throw new Refused('encrypted');
    if (kind === RECORD.objProj) throw new Refused('macros');
    if (kind === RECORD.boundSheet && MACRO_SHEETS.includes(body[KIND_OF_SHEET])) throw new Refused('macros');
    if (kind === RECORD.supBook && body.length >= 4 && ![ITSELF, ADD_IN].includes(body.readUInt16LE(2)))
      throw new Refused('external-links');
  }
}
