import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Database } from '../../platform/database/database.js';
import { PHONE_PURPOSE } from '../../platform/secrets/phone-numbers.js';
import { Secrets, Unreadable } from '../../platform/secrets/secrets.js';

/** Where numbers lie. */
const PLACES = [
  { table: 'account_phones', key: 'account_id', column: 'sealed' },
  { table: 'unit_contacts', key: 'unit_id', column: 'phone_sealed' },
] as const;

/** Seals telephone numbers anew with the key in use, so that an older key can be forgotten; may be run again at any time. */
@Injectable()
export class PhonesReseal {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
  ) {}

  @Transactional()
  async all(): Promise<{ resealed: number; unreadable: number }> {
    const sum = { resealed: 0, unreadable: 0 };
    for (const { table, key, column } of PLACES) {
      const rows = await this.db.rows<{ id: string; sealed: Buffer }>(
        `SELECT ${key} AS id, ${column} AS sealed FROM ${table} WHERE substring(${column} FROM 1 FOR $1) <> $2 FOR UPDATE`,
        [this.secrets.beginning.length, this.secrets.beginning],
      );
      for (const { id, sealed } of rows) {
        const anew = this.anew(sealed);
        if (anew) await this.db.write(`UPDATE ${table} SET ${column} = $2 WHERE ${key} = $1`, [id, anew]);
        sum[anew ? 'resealed' : 'unreadable'] += 1;
      }
    }
    return sum;
  }

  /** Null when none of the keys named can read it. */
  private anew(sealed: Buffer): Buffer | null {
    try {
      return this.secrets.seal(this.secrets.unseal(sealed, PHONE_PURPOSE), PHONE_PURPOSE);
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }
}
