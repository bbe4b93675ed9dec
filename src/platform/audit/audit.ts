import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../access/actor.js';
import { Database } from '../database/database.js';
import { Live } from '../live/live.js';

/** One thing somebody did. `action` is a stable name such as `nomination.approved`; its sentence is made by the reader. */
export interface AuditEntry {
  readonly actor: Pick<Actor, 'accountId' | 'displayName'> | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The unit it concerns, so that only those in scope can read it. */
  readonly unitId: string | null;
  /** Numbers, states and reasons; never names or other personal data. */
  readonly data?: Record<string, unknown>;
}

/** The trail: append-only, written in the transaction of what it tells of. Who looks at it is told once that commits. */
@Injectable()
export class Audit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly live: Live,
  ) {}

  /** Writes entries in one statement. @throws Error outside a transaction. */
  async record(...entries: AuditEntry[]): Promise<void> {
    if (!this.db.inTransaction) throw new Error('The trail is written in the transaction of what it tells of');
    const at = this.clock.now().toISOString();
    const rows = entries.map((entry) => ({
      id: newId(),
      at,
      account_id: entry.actor?.accountId ?? null,
      account_name: entry.actor?.displayName ?? null,
      action: entry.action,
      subject_type: entry.subjectType,
      subject_id: entry.subjectId,
      unit_id: entry.unitId,
      data: entry.data ?? {},
    }));
    await this.db.write(
      `INSERT INTO audit_entries (id, at, account_id, account_name, action, subject_type, subject_id, unit_id, data)
       SELECT id, at, account_id, account_name, action, subject_type, subject_id, unit_id, data
       FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, at timestamptz, account_id uuid, account_name text, action text,
         subject_type text, subject_id uuid, unit_id uuid, data jsonb)`,
      [JSON.stringify(rows)],
    );
    this.live.say(
      ...entries.flatMap(({ subjectType, subjectId, unitId }) =>
        unitId === null ? [] : [{ topic: subjectType, id: subjectId, audience: { unitId } }],
      ),
    );
  }

  /** The steps of one thing's life, oldest first. */
  async historyOf(subjectId: string): Promise<HistoryStep[]> {
    return this.db.rows(
      `SELECT action, at, account_name AS "by", data FROM audit_entries WHERE subject_id = $1 ORDER BY at, id`,
      [subjectId],
    );
  }

  /** The same of several things at once, by their ids; what nothing happened to is left out. */
  async historiesOf(subjectIds: readonly string[]): Promise<Map<string, HistoryStep[]>> {
    const steps = await this.db.rows<HistoryStep & { subjectId: string }>(
      `SELECT subject_id AS "subjectId", action, at, account_name AS "by", data FROM audit_entries
       WHERE subject_id = ANY($1::uuid[]) ORDER BY at, id`,
      [subjectIds],
    );
    return steps.reduce(
      (all, { subjectId, ...step }) => all.set(subjectId, [...(all.get(subjectId) ?? []), step]),
      new Map<string, HistoryStep[]>(),
    );
  }
}

/** One line of a timeline. */
export interface HistoryStep {
  action: string;
  at: Date;
  /** Who did it, or null for the system itself. */
  by: string | null;
  data: Record<string, unknown>;
}
