import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import type { CreateSavedViewDto, UpdateSavedViewDto } from './dto/saved-view.dto.js';

/** Writes of kept views, each its owner's alone. */
@Injectable()
export class ViewsRepository {
  constructor(private readonly db: Database) {}

  async insert({ accountId, unitId }: Actor, id: string, view: CreateSavedViewDto): Promise<void> {
    await this.db.rows(
      `INSERT INTO saved_views (id, account_id, unit_id, list, name, query, columns, shared, is_default)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, accountId, unitId, view.list, view.name, view.query, view.columns, !!view.shared, !!view.isDefault],
    );
  }

  /** Changes what is given. */
  async update(accountId: string, id: string, change: UpdateSavedViewDto): Promise<void> {
    await this.db.write(
      `UPDATE saved_views SET name = coalesce($3, name), query = coalesce($4, query), columns = coalesce($5, columns),
         shared = coalesce($6, shared), is_default = coalesce($7, is_default) WHERE account_id = $1 AND id = $2`,
      [accountId, id, change.name, change.query, change.columns, change.shared, change.isDefault],
    );
  }

  /** Makes room for another view to be the one that the list opens with. */
  async dropDefault(accountId: string, list: string): Promise<void> {
    await this.db.write(
      'UPDATE saved_views SET is_default = false WHERE account_id = $1 AND list = $2 AND is_default',
      [accountId, list],
    );
  }

  async delete(accountId: string, id: string): Promise<void> {
    await this.db.write('DELETE FROM saved_views WHERE account_id = $1 AND id = $2', [accountId, id]);
  }
}
