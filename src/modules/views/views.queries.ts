import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { SavedViewView } from './dto/saved-view.view.js';

const VIEW = `v.id, v.list, v.name, v.query, v.columns, v.shared, v.is_default AND v.account_id = $1 AS "isDefault",
  v.account_id = $1 AS mine, u.name AS "unitName"`;

/** Reads of kept views. */
@Injectable()
export class ViewsQueries {
  constructor(private readonly db: Database) {}

  /** The reader's own views of a list, and those shared by the reader's unit or one above it; own ones first, by name. */
  async list({ accountId, unitId }: Actor, list: string): Promise<SavedViewView[]> {
    return this.db.rows(
      `SELECT ${VIEW} FROM saved_views v JOIN units u ON u.id = v.unit_id
       WHERE v.list = $2 AND (v.account_id = $1
         OR v.shared AND v.unit_id = ANY ((SELECT path FROM units WHERE id = $3)::uuid[]))
       ORDER BY mine DESC, v.name COLLATE vi, v.id`,
      [accountId, list, unitId],
    );
  }

  /** One of the person's own views, or null. */
  async find(accountId: string, id: string): Promise<SavedViewView | null> {
    return this.db.row(
      `SELECT ${VIEW} FROM saved_views v JOIN units u ON u.id = v.unit_id WHERE v.account_id = $1 AND v.id = $2`,
      [accountId, id],
    );
  }
}
