import yauzl from 'yauzl';
import { FileRefused } from './file-refused.js';
import type { WorkbookFile } from './workbook.types.js';

export type WorkbookType = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'csv';

/** What a file may be at most. Generous for a province, and far below what would hurt the server. */
export const FILE_LIMITS = {
  bytes: 25_000_000,
  /** Parts of an archive, what they unpack to, and how many times that is more than they are packed. */
  parts: 2_000,
  unpacked: 500_000_000,
  ratio: 250,
} as const;

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** Names that say nothing else than what the content is allowed to be. */
const NAMED: Readonly<Record<string, WorkbookType>> = {
  xlsx: 'xlsx',
  xlsb: 'xlsb',
  xls: 'xls',
  ods: 'ods',
  csv: 'csv',
  txt: 'csv',
};
const MACRO_NAMES = /\.(?:xlsm|xltm|xlam)$/i;
/** Small archives pack well by nature. */
const RATIO_FROM = 1_000_000;
/** Beginnings of texts that are no table, though they are texts. */
const OTHER_TEXT = /^\s*(?:<|\{|%PDF|%!PS|#!)/;
const TEXT_SAMPLE = 65_536;
const BYTE_ORDER_MARK = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/;
/** Signs that stand in programs and pictures, not in texts. */

const CONTROLS = /[\u0001-\u0008\u000e-\u001a]/;

/**
 * Tells what a file is by its content, and refuses what is no workbook, or is one that is not read, before anything of
 * it is unpacked: only the directory of an archive is looked at.
 * @throws FileRefused
 */
export async function recognise({ name, content }: WorkbookFile): Promise<WorkbookType> {
  if (content.length > FILE_LIMITS.bytes)
    throw new FileRefused('too-large', { megabytes: Math.round(FILE_LIMITS.bytes / 1e6) });
  const type = await typeOf(content);
  if (MACRO_NAMES.test(name)) throw new FileRefused('macros');
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const said = NAMED[ending];
  if (type === null) throw new FileRefused(said ? 'not-what-it-says' : 'not-a-workbook', { says: ending });
  if (said !== undefined && said !== type) throw new FileRefused('not-what-it-says', { says: ending, is: type });
  return type;
}

async function typeOf(content: Buffer): Promise<WorkbookType | null> {
  const starts = (signature: Buffer): boolean => content.subarray(0, signature.length).equals(signature);
  if (starts(ZIP) || starts(EMPTY_ZIP)) return typeOfArchive(content);
  if (starts(COMPOUND)) {
    // A workbook of today with a password is a container like those of old.
    if (content.includes(ENCRYPTED)) throw new FileRefused('encrypted');
    return 'xls';
  }
  return isText(content) ? 'csv' : null;
}

/** A text that could be a table: no signs that no text has, and not a page or a program. */
function isText(content: Buffer): boolean {
  const sample = content.subarray(0, TEXT_SAMPLE).toString('latin1').replace(BYTE_ORDER_MARK, '');
  // Every other byte of UTF-16 is zero as long as the letters are Latin; anything else with zeros is no text.
  const zeros = sample.split('\u0000').length - 1;
  if (sample === '' || (zeros > 0 && (zeros < sample.length / 8 || zeros > sample.length / 1.9))) return false;
  return !OTHER_TEXT.test(sample.replaceAll('\u0000', '')) && (zeros > 0 || !CONTROLS.test(sample));
}

interface Directory {
  readonly names: readonly string[];
  readonly encrypted: boolean;
}

async function typeOfArchive(content: Buffer): Promise<WorkbookType | null> {
  const { names, encrypted } = await directoryOf(content);
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const isOds = has(/^content\.xml$/) && has(/^mimetype$/);
  const type = has(/^xl\/workbook\.xml$/i) ? 'xlsx' : has(/^xl\/workbook\.bin$/i) ? 'xlsb' : isOds ? 'ods' : null;
  if (type === null) return null;
  if (encrypted) throw new FileRefused('encrypted');
  if (
    has(/(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^xl\/(?:macrosheets|dialogsheets|activeX)\/|^(?:Basic|Scripts)\//i)
  )
    throw new FileRefused('macros');
  if (has(/^xl\/(?:externalLinks\/|connections\.(?:xml|bin)|queryTables\/)/i)) throw new FileRefused('external-links');
  return type;
}

/** Reads the directory at the end of an archive, and holds what it says against the limits. */
async function directoryOf(content: Buffer): Promise<Directory> {
  const archive = await opened(content);
  if (archive.entryCount > FILE_LIMITS.parts) throw new FileRefused('zip-bomb', { parts: archive.entryCount });
  const names: string[] = [];
  let [unpacked, encrypted] = [0, false];
  try {
    for await (const entry of archive.eachEntry()) {
      names.push(entry.fileName);
      unpacked += entry.uncompressedSize;
      encrypted ||= entry.isEncrypted();
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      const isBomb = entry.uncompressedSize > RATIO_FROM && ratio > FILE_LIMITS.ratio;
      if (isBomb || unpacked > FILE_LIMITS.unpacked)
        throw new FileRefused('zip-bomb', { megabytes: Math.round(unpacked / 1e6) });
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('damaged');
  }
  return { names, encrypted };
}

async function opened(content: Buffer): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromBufferPromise(content, { lazyEntries: true });
  } catch {
    throw new FileRefused('damaged');
  }
}
