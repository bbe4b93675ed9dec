import { Injectable } from '@nestjs/common';
import type { Role } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { COURSE_IN_SCOPE } from '../courses/index.js';
import { inSubtree } from '../units/index.js';
import type { CalendarAddressView } from './dto/calendar.view.js';
import { SESSION_TABLES } from './session.sql.js';

/** Whose calendar an address shows. */
export interface CalendarOwner {
  accountId: string;
  unitId: string;
  role: Role;
  locale: 'vi' | 'en';
}

/** A session as a calendar program shows it; never anybody's name but the lecturer's. */
export interface CalendarEntry {
  id: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  state: 'planned' | 'cancelled';
  version: number;
  code: string;
  title: string;
  courseId: string;
  subject: string | null;
  room: string | null;
  venue: string | null;
  lecturer: string | null;
}

/** Boards and leaders follow every class they may know of, others those to which a unit of theirs is called. */
const FOLLOWS_ALL: readonly Role[] = ['board', 'leader'];

/** Private addresses and what is read at them. */
@Injectable()
export class CalendarRepository {
  constructor(private readonly db: Database) {}

  async address(accountId: string): Promise<CalendarAddressView> {
    const row = await this.db.row<CalendarAddressView>(
      'SELECT made_at AS "madeAt", read_at AS "readAt" FROM calendar_addresses WHERE account_id = $1',
      [accountId],
    );
    return row ?? { madeAt: null, readAt: null };
  }

  /** Makes an address; the one before stops to work. */
  async make(id: string, accountId: string, hash: Buffer, now: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO calendar_addresses (id, account_id, token_hash, made_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT calendar_address_once_per_account
       DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at, read_at = NULL`,
      [id, accountId, hash, now],
    );
  }

  async revoke(accountId: string): Promise<boolean> {
    return (await this.db.write('DELETE FROM calendar_addresses WHERE account_id = $1', [accountId])) > 0;
  }

  /** Whose address it is, if its account is still in use; remembers that it was read. */
  async owner(hash: Buffer, now: Date): Promise<CalendarOwner | null> {
    const [owner] = await this.db.rows<CalendarOwner>(
      `UPDATE calendar_addresses c SET read_at = $2 FROM accounts a WHERE c.token_hash = $1 AND a.id = c.account_id AND a.active
       RETURNING a.id AS "accountId", a.unit_id AS "unitId", a.role, a.locale`,
      [hash, now],
    );
    return owner ?? null;
  }

  /** Sessions the owner follows from a time on, those that were cancelled among them; a lecturer's own always. */
  entries({ accountId, unitId, role }: CalendarOwner, from: Date): Promise<CalendarEntry[]> {
    const called = `EXISTS (SELECT 1 FROM unit_calls uc WHERE uc.course_id = co.id AND ${inSubtree('uc.unit_id', '$1')})`;
    const followed = FOLLOWS_ALL.includes(role) ? 'true' : called;
    return this.db.rows<CalendarEntry>(
      `SELECT s.id, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.changed_at AS "changedAt", s.state, s.version, co.code, co.title,
         co.id AS "courseId", s.subject, r.name AS room, v.name AS venue, l.full_name AS lecturer
       FROM ${SESSION_TABLES} WHERE s.starts_at >= $2 AND ((${COURSE_IN_SCOPE} AND ${followed}) OR (l.account_id = $3 AND co.state <> 'draft'))
       ORDER BY s.starts_at, s.id LIMIT 5000`,
      [unitId, from, accountId],
    );
  }
}
