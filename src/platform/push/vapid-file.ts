import fs from 'node:fs';
import path from 'node:path';
import webpush from 'web-push';
import { pushSubject, type Vapid } from '../config/settings.js';

const FILE = 'vapid.json';
const OWNER_ALONE = 0o600;

/**
 * The keys by which push services know the product that brings its own PostgreSQL: made at the first start, kept beside
 * the data, readable by its owner alone. Other keys would make every device subscribe anew.
 * @param dataDir the folder of the embedded PostgreSQL; one program at a time holds it.
 */
export function vapidBeside(dataDir: string, publicUrl: string): Vapid {
  const file = path.join(dataDir, FILE);
  if (!fs.existsSync(file)) {
    // Written aside and renamed, so that a start that is cut off leaves no half of a key.
    fs.writeFileSync(`${file}.new`, `${JSON.stringify(webpush.generateVAPIDKeys())}\n`, { mode: OWNER_ALONE });
    fs.renameSync(`${file}.new`, file);
  }
  const keys = JSON.parse(fs.readFileSync(file, 'utf8')) as Pick<Vapid, 'publicKey' | 'privateKey'>;
  return { ...keys, subject: pushSubject(publicUrl) };
}
