import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { type Page, pageRequest, toPage } from '../../platform/http/page.js';
import type { OfficialsFilter, OfficialsQuery } from './dto/officials-query.dto.js';
import type { ListedOfficial } from './dto/official.view.js';
import {
  MEMBERSHIP_KNOWN,
  OFFICIAL_COLUMNS,
  officialInScope,
  officialInUnits,
  officialTables,
} from './official.sql.js';
import { addOfficialFilter, officialOrder, type OfficialOrder } from './officials-list.sql.js';

/** What makes a part of the tree a large one. */
const MANY_UNITS = 1000;
const MANY_PEOPLE = 10_000;
/** Of more people than this a list says that they are more: nobody reads on so far, and counting them all is slow. */
const COUNTED = 10_000;
const CURSOR_KINDS = { text: 'text', integer: 'integer', uuid: 'id' } as const;

/** Lists of officials, always within the caller's subtree. */
@Injectable()
export class OfficialsListQueries {
  constructor(private readonly db: Database) {}

  /** One page of the officials that a query asks for, in its order; of very many, `COUNTED` are counted. */
  async list(
    scope: string,
    query: OfficialsQuery,
    today: PlainDate,
  ): Promise<Page<ListedOfficial> & { totalCapped: boolean }> {
    const where = await this.matching(scope, query, today);
    const matching = { sql: where.sql, values: [...where.values] };
    const day = query.asOf ?? today;
    const order = officialOrder(query.sort ?? 'name', () => `${where.value(day)}::date`);
    const request = pageRequest(query, ...order.keys.map(({ type }) => CURSOR_KINDS[type]));
    if (request.after) where.and(isAfter(where, order, request.after));
    const [rows, count] = await Promise.all([
      this.db.rows<ListedOfficial & { cursor: unknown[] }>(pageSql(where, order, day, request.limit), where.values),
      this.db.row<{ total: number }>(
        `SELECT count(*)::int AS total FROM (SELECT FROM officials o WHERE ${matching.sql} LIMIT ${COUNTED + 1}) found`,
        matching.values,
      ),
    ]);
    const total = Math.min(count?.total ?? 0, COUNTED);
    const page = toPage(rows, request, total, ({ cursor: _, ...view }) => view);
    return { ...page, totalCapped: count !== null && count.total > COUNTED };
  }

  /** Ids of all that a filter finds, in no order. @param limit at most so many. */
  async ids(scope: string, filter: OfficialsFilter, today: PlainDate, limit: number): Promise<string[]> {
    const where = await this.matching(scope, filter, today);
    const rows = await this.db.rows<{ id: string }>(
      `SELECT o.id FROM officials o WHERE ${where.sql} LIMIT ${where.value(limit)}`,
      where.values,
    );
    return rows.map(({ id }) => id);
  }

  /**
   * The condition on `officials o` that a filter means within a part of the tree: for whatever speaks of the same people
   * as the list does, such as its export.
   * @param scope the unit whose subtree the caller sees.
   */
  async matching(scope: string, filter: OfficialsFilter, today: PlainDate): Promise<Conditions> {
    const where = new Conditions();
    const tops = filter.unitId === undefined || filter.unitId === scope ? [scope] : [scope, filter.unitId];
    let few: string | null = null;
    for (const top of tops) {
      const people = await this.peopleOf(top);
      const named = where.value(people ?? top);
      if (people) few = named;
      where.and(people ? `o.id = ANY(${named}::uuid[])` : officialInScope('o', named));
    }
    addOfficialFilter(where, filter, today, few);
    return where;
  }

  /**
   * Who belongs to a part of the tree, or null of a large one. Named people tell the planner how few they are; in a large
   * part most rows of any order belong to it.
   */
  private async peopleOf(top: string): Promise<string[] | null> {
    const units = await this.db.rows<{ id: string }>('SELECT id FROM units WHERE path @> ARRAY[$1::uuid] LIMIT $2', [
      top,
      MANY_UNITS + 1,
    ]);
    if (units.length > MANY_UNITS) return null;
    const people = await this.db.rows<{ id: string }>(
      `SELECT o.id FROM officials o WHERE ${officialInUnits('o', '$1')} LIMIT $2`,
      [units.map(({ id }) => id), MANY_PEOPLE + 1],
    );
    return people.length > MANY_PEOPLE ? null : people.map(({ id }) => id);
  }
}

/** True for rows that stand after the one whose keys these are. */
function isAfter(where: Conditions, { keys, descending }: OfficialOrder, after: readonly unknown[]): string {
  const values = keys.map(({ type }, index) => `${where.value(after[index])}::${type}`);
  return `(${keys.map(({ sql }) => sql).join(', ')}) ${descending ? '<' : '>'} (${values.join(', ')})`;
}

/** First which people, by the keys of the order alone; then what a list shows of those few. */
function pageSql(where: Conditions, order: OfficialOrder, day: PlainDate, limit: number): string {
  const direction = order.descending ? ' DESC' : '';
  const names = order.keys.map((_, index) => `key${index}`);
  const keys = order.keys.map(({ sql }, index) => `${sql} AS key${index}`);
  return `WITH page AS MATERIALIZED (
      SELECT o.id AS official_id, ${keys.join(', ')} FROM officials o ${order.joins} WHERE ${where.sql}
      ORDER BY ${order.keys.map(({ sql }) => sql + direction).join(', ')} LIMIT ${where.value(limit)})
    SELECT ${OFFICIAL_COLUMNS}, o.ethnic_group AS "ethnicGroup", ${MEMBERSHIP_KNOWN} AS membership, (SELECT q.level FROM qualifications q
        WHERE q.official_id = o.id AND q.kind = 'state-management' AND (q.obtained_on IS NULL OR q.obtained_on <= ${where.value(day)}::date)
        ORDER BY q.rank DESC LIMIT 1) AS "managementLevel", jsonb_build_array(${names.join(', ')}) AS cursor
    FROM page JOIN (${officialTables(where.value(day))}) ON o.id = page.official_id
    ORDER BY ${names.map((name) => name + direction).join(', ')}`;
}
