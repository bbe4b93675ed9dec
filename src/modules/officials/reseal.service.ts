import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Database } from '../../platform/database/database.js';
import { Secrets, Unreadable } from '../../platform/secrets/secrets.js';
import { OfficialNumbers } from './official-numbers.js';
import type { SecretNumber } from './rules/numbers.js';

/** One batch is one transaction: what was cut off goes on where it stood. */
const BATCH = 500;
const COLUMNS = { citizenId: 'citizen_id', partyCard: 'party_card' } as const;

interface Sealed {
  readonly sealed: Buffer;
  readonly key: Buffer;
}

interface Step {
  readonly resealed: number;
  readonly unreadable: number;
  /** The last record looked at; null when none was left. */
  readonly last: string | null;
}

/** What came of sealing everything anew. */
export interface Resealed {
  /** Numbers that are now sealed with the key in use. */
  readonly resealed: number;
  /** Numbers whose key is not among those that are named, or that somebody changed; left as they are. */
  readonly unreadable: number;
}

/**
 * Seals citizen ids and Party card numbers anew with the key in use, and the hashes they are found by, so that an older
 * key can be forgotten. Looks only at what another key sealed, so it can be stopped and run again at any time, beside the
 * running product. What operations remember for their undoing is sealed anew with the record.
 */
@Injectable()
export class ResealService {
  constructor(
    private readonly db: Database,
    private readonly secrets: Secrets,
    private readonly numbers: OfficialNumbers,
  ) {}

  /** All of it, batch by batch. @param onBatch hears after each how many numbers are done. */
  async all(onBatch: (done: number) => void = () => undefined): Promise<Resealed> {
    const sum = { resealed: 0, unreadable: 0 };
    for (const kind of ['citizenId', 'partyCard'] as const) {
      for (const next of [this.records.bind(this), this.remembered.bind(this)]) {
        let step: Step = { resealed: 0, unreadable: 0, last: '' };
        while (step.last !== null) {
          step = await next(kind, step.last);
          sum.resealed += step.resealed;
          sum.unreadable += step.unreadable;
          if (step.last !== null) onBatch(sum.resealed);
        }
      }
    }
    return sum;
  }

  /** One batch of records after an id, merged ones too. */
  @Transactional()
  protected async records(kind: SecretNumber, after: string): Promise<Step> {
    const column = COLUMNS[kind];
    const rows = await this.db.rows<{ id: string; sealed: Buffer }>(
      `SELECT id, ${column}_sealed AS sealed FROM officials
       WHERE ${column}_sealed IS NOT NULL AND substring(${column}_sealed FROM 1 FOR $1) <> $2 AND ($3 = '' OR id > $3::uuid)
       ORDER BY id LIMIT $4 FOR UPDATE`,
      [this.secrets.beginning.length, this.secrets.beginning, after, BATCH],
    );
    const anew = rows.flatMap(({ id, sealed }) => {
      const pair = this.anew(kind, sealed);
      return pair ? [{ id, ...pair }] : [];
    });
    await this.db.write(
      `UPDATE officials o SET ${column}_sealed = n.sealed, ${column}_key = n.key
       FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n(id, sealed, key) WHERE o.id = n.id`,
      [anew.map(({ id }) => id), anew.map(({ sealed }) => sealed), anew.map(({ key }) => key)],
    );
    return { resealed: anew.length, unreadable: rows.length - anew.length, last: rows.at(-1)?.id ?? null };
  }

  /**
   * One batch of what operations remember of records, after a step of the journal. A number that the record still has as
   * it was is given the record's own new form: undoing compares the two.
   */
  @Transactional()
  protected async remembered(kind: SecretNumber, after: string): Promise<Step> {
    const column = COLUMNS[kind];
    const steps = await this.db.rows<{ seq: string }>(
      `SELECT seq FROM journal_entries WHERE table_name = 'officials' AND seq > coalesce(nullif($1, ''), '0')::bigint
       ORDER BY seq LIMIT $2`,
      [after, BATCH],
    );
    // Where two entries have the same bytes, undoing compares them: both get the same new ones.
    const known = new Map<string, Sealed | null>();
    let resealed = 0;
    let unreadable = 0;
    for (const side of ['before', 'after'] as const) {
      const rows = await this.db.rows<{ seq: string; written: string; now: Buffer | null }>(
        `SELECT e.seq, e.${side} ->> '${column}_sealed' AS written, o.${column}_sealed AS now
         FROM journal_entries e LEFT JOIN officials o ON o.id = e.row_id
         WHERE e.seq = ANY($1::bigint[]) AND NOT starts_with(e.${side} ->> '${column}_sealed', $2)`,
        [steps.map(({ seq }) => seq), hex(this.secrets.beginning)],
      );
      for (const { seq, written, now } of rows) {
        const fresh = this.anew(kind, Buffer.from(written.slice(2), 'hex'), now);
        const pair = fresh?.sealed === now ? fresh : (known.get(written) ?? fresh);
        known.set(written, pair);
        if (!pair) {
          unreadable += 1;
          continue;
        }
        resealed += 1;
        await this.db.write(
          `UPDATE journal_entries SET ${side} = ${side}
             || jsonb_build_object('${column}_sealed', $2::text, '${column}_key', $3::text) WHERE seq = $1`,
          [seq, hex(pair.sealed), hex(pair.key)],
        );
      }
    }
    return { resealed, unreadable, last: steps.at(-1)?.seq ?? null };
  }

  /** A number sealed anew, in the form `present` already has it where that is the same; null when it cannot be read. */
  private anew(kind: SecretNumber, sealed: Buffer, present?: Buffer | null): Sealed | null {
    const digits = this.read(kind, sealed);
    if (digits === null) return null;
    const same = present && this.read(kind, present) === digits;
    const { [`${kind}Sealed` as const]: fresh, [`${kind}Key` as const]: key } = this.numbers.columns({
      [kind]: digits,
    });
    return fresh && key ? { sealed: same ? present : fresh, key } : null;
  }

  private read(kind: SecretNumber, sealed: Buffer): string | null {
    try {
      return this.numbers.reveal(kind, sealed);
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }
}

/** As PostgreSQL writes bytes in JSON. */
const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
