import { Injectable } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { Settings } from '../config/settings.js';
import { Secrets } from '../secrets/secrets.js';

const PURPOSE = 'bounce-address';
/** Of a signature: 80 bits, as an address has no room for more and a guess needs a mail each. */
const SIGNATURE_BYTES = 10;
/** Mail systems may fold an address, so its letters are of one case (RFC 4648, base 32). */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const MARK = /\+([a-z2-7]{26})([a-z2-7]{16})@/i;

/**
 * The address that a mail server reports to when it cannot deliver: one for each mail, so that a report says by its own
 * address which mail it speaks of (VERP), and signed, so that nobody can report mail that never came their way.
 */
@Injectable()
export class BounceAddress {
  constructor(
    private readonly settings: Settings,
    private readonly secrets: Secrets,
  ) {}

  /** The envelope sender of one mail; undefined where no such address is set. */
  of(id: string): string | undefined {
    const { bounceAddress } = this.settings;
    if (bounceAddress === undefined) return undefined;
    const at = bounceAddress.lastIndexOf('@');
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    const signature = this.secrets.hash(id, PURPOSE).subarray(0, SIGNATURE_BYTES);
    return `${bounceAddress.slice(0, at)}+${base32(bytes)}${base32(signature)}${bounceAddress.slice(at)}`;
  }

  /** The mail that one of these addresses was made for; null when none of them is ours. */
  read(addresses: readonly string[]): string | null {
    for (const address of addresses) {
      const [, mail, signature] = MARK.exec(address) ?? [];
      if (mail === undefined || signature === undefined) continue;
      const id = uuidOf(fromBase32(mail.toLowerCase()));
      if (this.isSigned(id, fromBase32(signature.toLowerCase()))) return id;
    }
    return null;
  }

  private isSigned(id: string, given: Buffer): boolean {
    return this.secrets
      .hashes(id, PURPOSE)
      .some((right) => timingSafeEqual(right.subarray(0, SIGNATURE_BYTES), given.subarray(0, SIGNATURE_BYTES)));
  }
}

const UUID_BYTES = 16;

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex', 0, UUID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
