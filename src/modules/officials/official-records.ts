import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type PlainDate, plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { InvalidInput, NotFound, StaleVersion } from '../../platform/http/domain-error.js';
import { UnitsQueries } from '../units/index.js';
import { officialInScope } from './official.sql.js';
import type { DateFault } from './rules/record-dates.js';

/** A record while it is being changed. */
export interface OpenRecord {
  readonly id: string;
  readonly unitId: string;
  /** The earliest day the person can have been born on, or null. */
  readonly bornOn: PlainDate | null;
}

/** Opens records for a change and tells the trail of it: what all parts of a record have in common. */
@Injectable()
export class OfficialRecords {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly units: UnitsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * A record of the caller's subtree, held until the transaction ends, so that changes of one person come one by one.
   * @param version what the caller read, if they say so. @throws NotFound, StaleVersion
   */
  async open(actor: Actor, id: string, version?: number): Promise<OpenRecord> {
    const row = await this.db.row<OpenRecord & { version: number }>(
      `SELECT o.id, o.unit_id AS "unitId", coalesce(o.born_on, make_date(o.birth_year, 1, 1)) AS "bornOn", o.version
       FROM officials o WHERE o.id = $2 AND ${officialInScope('o', '$1')} FOR UPDATE`,
      [actor.unitId, id],
    );
    if (!row) throw new NotFound('id');
    if (version !== undefined && version !== row.version) throw new StaleVersion();
    return row;
  }

  /** A record of the caller's subtree, only to be read. @throws NotFound */
  async find(actor: Actor, id: string): Promise<OpenRecord> {
    const row = await this.db.row<OpenRecord>(
      `SELECT o.id, o.unit_id AS "unitId", o.born_on AS "bornOn" FROM officials o WHERE o.id = $2 AND ${officialInScope('o', '$1')}`,
      [actor.unitId, id],
    );
    if (!row) throw new NotFound('id');
    return row;
  }

  /** Counts a change of a part of the record and writes it into the trail. @param data never names or numbers. */
  async changed(actor: Actor, action: string, record: OpenRecord, data: Record<string, unknown> = {}): Promise<void> {
    await this.db.write('UPDATE officials SET version = version + 1 WHERE id = $1', [record.id]);
    await this.tell(actor, action, record, data);
  }

  /** Writes into the trail of the record. @param data never names or numbers. */
  tell(
    actor: Actor,
    action: string,
    { id, unitId }: Pick<OpenRecord, 'id' | 'unitId'>,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'official', subjectId: id, unitId, data });
  }

  /** @throws NotFound naming the first field whose unit lies outside the caller's subtree. */
  async assertUnits(actor: Actor, units: Readonly<Record<string, string | null | undefined>>): Promise<void> {
    const named = Object.entries(units).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    if (named.length === 0) return;
    const known = await this.units.known(
      actor.unitId,
      named.map(([, id]) => id),
    );
    const [unknown] = named.filter(([, id]) => !known.has(id));
    if (unknown) throw new NotFound(unknown[0]);
  }

  today(): PlainDate {
    return plainDateIn(this.clock.now());
  }
}

/** @throws InvalidInput when there is a fault. */
export function refuseFaults(faults: readonly DateFault[]): void {
  if (faults.length > 0) throw new InvalidInput(faults);
}
