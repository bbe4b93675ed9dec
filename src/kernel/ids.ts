import { randomFillSync } from 'node:crypto';
import { v7, validate } from 'uuid';

const ID_BYTES = 16;
/** Random bytes for 256 ids: asking the system for each anew costs more than all the rest of making an id. */
const random = new Uint8Array(256 * ID_BYTES);
let used = random.length;
let lastMs = 0;
let sequence = 0;

/** A new row id: UUIDv7, so that ids made later sort later and indexes grow at one end, those of one millisecond included. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const bytes = random.subarray(used, (used += ID_BYTES));
  // eslint-disable-next-line no-restricted-syntax -- an id only sorts by it; nobody reads it as a time
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    // Begins below half of its range, so that it never overflows within a millisecond.
    sequence = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) & 0x3fffffff;
  } else {
    sequence += 1;
  }
  return v7({ random: bytes, msecs: lastMs, seq: sequence });
}

/** Whether a text is a well-formed UUID of any version. */
export const isId = (text: string): boolean => validate(text);
