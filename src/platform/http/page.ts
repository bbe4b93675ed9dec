import { isId } from '../../kernel/ids.js';
import { isPlainDate } from '../../kernel/plain-date.js';
import { InvalidInput } from './domain-error.js';
import { DEFAULT_PAGE_SIZE, type PageQuery } from './page.dto.js';

/** A piece of a list: `next` continues it, `total` counts all of it. */
export interface Page<T> {
  items: T[];
  next: string | null;
  total: number;
}

/** What a list query needs to know of the page asked for. */
export interface PageRequest {
  /** Rows to fetch: one more than the page holds, so that the end is seen. */
  readonly limit: number;
  readonly size: number;
  /** Sort keys of the last row of the page before, or null for the first page. */
  readonly after: readonly unknown[] | null;
}

/** What a sort key is, so that a cursor made up by somebody else is told from ours. */
const KEY_KINDS = {
  text: (key: unknown): boolean => typeof key === 'string',
  integer: (key: unknown): boolean => Number.isSafeInteger(key),
  date: (key: unknown): boolean => typeof key === 'string' && isPlainDate(key),
  instant: (key: unknown): boolean => typeof key === 'string' && !Number.isNaN(Date.parse(key)),
  id: (key: unknown): boolean => typeof key === 'string' && isId(key),
};

/**
 * Reads the page out of a query.
 * @param keys what the sort keys of this list are, in order.
 * @throws InvalidInput when the cursor is not one of ours.
 */
export function pageRequest(query: PageQuery, ...keys: (keyof typeof KEY_KINDS)[]): PageRequest {
  const size = query['page[size]'] ?? DEFAULT_PAGE_SIZE;
  return { size, limit: size + 1, after: readCursor(query['page[after]'], keys) };
}

/**
 * Cuts the extra row off and makes the cursor for what follows.
 * @param rows what was fetched with `limit`; each carries its own sort keys as `cursor`.
 */
export function toPage<Row extends { cursor: unknown[] }, View>(
  rows: readonly Row[],
  request: PageRequest,
  total: number,
  view: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, request.size);
  const last = rows.length > request.size ? shown.at(-1) : undefined;
  const next = last ? Buffer.from(JSON.stringify(last.cursor)).toString('base64url') : null;
  return { items: shown.map(view), next, total };
}

function readCursor(text: string | undefined, kinds: readonly (keyof typeof KEY_KINDS)[]): unknown[] | null {
  if (!text) return null;
  const keys = parseJson(Buffer.from(text, 'base64url').toString('utf8'));
  if (
    !Array.isArray(keys) ||
    keys.length !== kinds.length ||
    !kinds.every((kind, index) => KEY_KINDS[kind](keys[index]))
  ) {
    throw new InvalidInput([{ path: 'page[after]', rule: 'cursor' }]);
  }
  return keys as unknown[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
