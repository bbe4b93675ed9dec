import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DATA_KEY_BYTES } from './data-key.js';

const FILE = 'data.key';
const OWNER_ALONE = 0o600;

/**
 * The data key of the embedded database: made at the first start, kept beside the data, readable by its owner alone.
 * Whoever backs up the database must back it up too, and elsewhere (docs/operator-guide.md).
 * @param dataDir the folder of the embedded PostgreSQL; one program at a time holds it.
 */
export function dataKeyBeside(dataDir: string): string {
  const file = path.join(dataDir, FILE);
  if (!fs.existsSync(file)) {
    // Written aside and renamed, so that a start that is cut off leaves no half of a key.
    fs.writeFileSync(`${file}.new`, `${randomBytes(DATA_KEY_BYTES).toString('base64')}\n`, { mode: OWNER_ALONE });
    fs.renameSync(`${file}.new`, file);
  }
  return fs.readFileSync(file, 'utf8').trim();
}
