import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { DataKey } from './data-key.js';

const CIPHER = 'aes-256-gcm';
const FORM = 1;
const ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES + TAG_BYTES;

/** What was sealed cannot be read: its key is not among ours, or somebody changed it. */
export class Unreadable extends Error {}

/**
 * Short texts that may not lie open in the database. Sealed with AES-256-GCM under a random nonce, so that equal texts
 * look different; found again by their HMAC-SHA256. What is sealed for one purpose cannot be read, or found, as another.
 *
 * A sealed text is: form (1 byte), id of the key (4), nonce (12), tag (16), the text.
 */
export class Secrets {
  /** @param keys the one in use, then older ones that may still be read. */
  constructor(private readonly keys: readonly [DataKey, ...DataKey[]]) {}

  /** Seals a text. @param purpose what it is, e.g. `official.citizen-id`. */
  seal(text: string, purpose: string): Buffer {
    const [key] = this.keys;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key.sealing, nonce, { authTagLength: TAG_BYTES }).setAAD(
      Buffer.from(purpose),
    );
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(FORM), key.id, nonce, cipher.getAuthTag(), body]);
  }

  /** The text that was sealed for that purpose. @throws Unreadable */
  unseal(sealed: Buffer, purpose: string): string {
    const key = this.keys.find(({ id }) => id.equals(sealed.subarray(1, 1 + ID_BYTES)));
    if (!key || sealed[0] !== FORM || sealed.length < HEAD_BYTES)
      throw new Unreadable('Sealed with a key that is not ours');
    const nonce = sealed.subarray(1 + ID_BYTES, 1 + ID_BYTES + NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, key.sealing, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(sealed.subarray(HEAD_BYTES - TAG_BYTES, HEAD_BYTES));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      throw new Unreadable('Changed since it was sealed');
    }
  }

  /** How everything begins that is sealed with the key in use; what begins otherwise waits to be sealed anew. */
  get beginning(): Buffer {
    return Buffer.concat([Buffer.of(FORM), this.keys[0].id]);
  }

  /** What a text is kept under, so that it can be found again and be there once. */
  hash(text: string, purpose: string): Buffer {
    return hashWith(this.keys[0], text, purpose);
  }

  /** All that a text may be kept under: by the key in use and by older ones. */
  hashes(text: string, purpose: string): Buffer[] {
    return this.keys.map((key) => hashWith(key, text, purpose));
  }
}

const hashWith = (key: DataKey, text: string, purpose: string): Buffer =>
  createHmac('sha256', key.finding).update(purpose).update('\0').update(text).digest();
