import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import { inSubtree, standing } from '../units/index.js';
import type { AccountsQuery } from './dto/identity.dto.js';
import type { AccountView } from './dto/identity.view.js';

const VIEW = `a.id, a.username, a.display_name AS "displayName", a.role, a.email, a.active,
  jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name, 'kind', u.kind, 'parentId', u.parent_id, 'children', 0,
    'closed', NOT (${standing('u')})) AS unit`;

/** Somebody to be told something. */
export interface Recipient {
  accountId: string;
  email: string | null;
  locale: 'vi' | 'en';
}

/** Reads of accounts. */
@Injectable()
export class AccountsQueries {
  constructor(private readonly db: Database) {}

  /** Accounts of units in the subtree of `scope`, by user name. */
  async list(scope: string, query: AccountsQuery): Promise<Page<AccountView>> {
    const request = pageRequest(query, 'text');
    const filter = `${inSubtree('a.unit_id', '$1')} AND ($2::text IS NULL OR a.username LIKE '%' || lower($2) || '%'
      OR fold(a.display_name) LIKE '%' || fold($2) || '%')`;
    const values = [scope, query.q ?? null];
    const rows = await this.db.rows<AccountView & { cursor: unknown[] }>(
      `SELECT ${VIEW}, jsonb_build_array(a.username) AS cursor FROM accounts a JOIN units u ON u.id = a.unit_id
       WHERE ${filter} AND ($3::text IS NULL OR a.username > $3) ORDER BY a.username LIMIT $4`,
      [...values, request.after?.[0] ?? null, request.limit],
    );
    const count = await this.db.row<{ total: number }>(
      `SELECT count(*)::int AS total FROM accounts a WHERE ${filter}`,
      values,
    );
    return toPage(rows, request, count?.total ?? 0, ({ cursor: _, ...view }) => view);
  }

  /** One account of the scope, or null. */
  find(scope: string, id: string): Promise<AccountView | null> {
    return this.db.row<AccountView>(
      `SELECT ${VIEW} FROM accounts a JOIN units u ON u.id = a.unit_id WHERE a.id = $2 AND ${inSubtree('a.unit_id', '$1')}`,
      [scope, id],
    );
  }

  /** Active accounts bound to exactly this unit, with one of these roles. */
  recipientsOf(unitId: string, roles: readonly string[]): Promise<Recipient[]> {
    return this.db.rows<Recipient>(
      `SELECT id AS "accountId", email, locale FROM accounts WHERE unit_id = $1 AND role = ANY($2::text[]) AND active ORDER BY id`,
      [unitId, roles],
    );
  }
}
