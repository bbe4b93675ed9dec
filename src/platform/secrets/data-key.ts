import { hkdfSync } from 'node:crypto';

/** Length of a data key: what AES-256 takes. */
export const DATA_KEY_BYTES = 32;

const ID_BYTES = 4;

/** The keys that follow from one data key; none of them tells anything of the others. */
export interface DataKey {
  /** Names the key inside what it sealed. */
  readonly id: Buffer;
  /** Of AES-256-GCM. */
  readonly sealing: Buffer;
  /** Of HMAC-SHA256. */
  readonly finding: Buffer;
}

/**
 * Reads the setting DATA_KEY: the key in use, and after a comma those that were in use before.
 * @param text each 32 bytes in base64, e.g. what `openssl rand -base64 32` prints.
 * @returns null when any of it is not such a key.
 */
export function readDataKeys(text: string): readonly [DataKey, ...DataKey[]] | null {
  const [first, ...older] = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  if (!first || [first, ...older].some((key) => key.length !== DATA_KEY_BYTES)) return null;
  return [derive(first), ...older.map(derive)];
}

function derive(key: Buffer): DataKey {
  const part = (purpose: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `hong-chuyen ${purpose}`, bytes));
  return {
    id: part('id', ID_BYTES),
    sealing: part('sealing', DATA_KEY_BYTES),
    finding: part('finding', DATA_KEY_BYTES),
  };
}
