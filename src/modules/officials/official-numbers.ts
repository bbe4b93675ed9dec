import { Injectable } from '@nestjs/common';
import { Secrets, Unreadable } from '../../platform/secrets/secrets.js';
import { digitsOf, maskNumber, type SecretNumber } from './rules/numbers.js';

const PURPOSES: Record<SecretNumber, string> = { citizenId: 'official.citizen-id', partyCard: 'official.party-card' };

/** The columns of `officials` that hold a person's numbers. */
export interface NumberColumns {
  citizenIdSealed: Buffer | null;
  citizenIdKey: Buffer | null;
  partyCardSealed: Buffer | null;
  partyCardKey: Buffer | null;
}

/** Citizen ids and Party card numbers: sealed on the way in, found by hash, shown by their last four digits. */
@Injectable()
export class OfficialNumbers {
  constructor(private readonly secrets: Secrets) {}

  /** What is written of the numbers that are given: null takes one out, what is left out stays as it is. */
  columns(numbers: Partial<Record<SecretNumber, string | null>>): Partial<NumberColumns> {
    const pair = (kind: SecretNumber): [Buffer | null, Buffer | null] => {
      const written = numbers[kind];
      if (!written) return [null, null];
      const digits = digitsOf(written);
      return [this.secrets.seal(digits, PURPOSES[kind]), this.secrets.hash(digits, PURPOSES[kind])];
    };
    const [citizenIdSealed, citizenIdKey] = pair('citizenId');
    const [partyCardSealed, partyCardKey] = pair('partyCard');
    return {
      ...(numbers.citizenId !== undefined && { citizenIdSealed, citizenIdKey }),
      ...(numbers.partyCard !== undefined && { partyCardSealed, partyCardKey }),
    };
  }

  /** What a number may be kept under. */
  hashes(kind: SecretNumber, written: string): Buffer[] {
    return this.secrets.hashes(digitsOf(written), PURPOSES[kind]);
  }

  /** The whole number. @throws Unreadable */
  reveal(kind: SecretNumber, sealed: Buffer): string {
    return this.secrets.unseal(sealed, PURPOSES[kind]);
  }

  /** The whole number, or null where there is none or it can no longer be read. */
  readable(kind: SecretNumber, sealed: Buffer | null): string | null {
    try {
      return sealed && this.reveal(kind, sealed);
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  /** The last four digits; only dots where the number can no longer be read, so that a record still opens. */
  masked(kind: SecretNumber, sealed: Buffer | null): string | null {
    if (sealed === null) return null;
    const digits = this.readable(kind, sealed);
    return digits === null ? '•'.repeat(8) : maskNumber(digits);
  }
}
