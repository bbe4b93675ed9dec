import fs from 'node:fs';
import path from 'node:path';
import XLSX from '@e965/xlsx';
import { type Body, type Client, ok } from './client.js';
import { until } from './until.js';

/** The workbooks of the pilot, by kind. */
export const PILOT = {
  officials: 'can-bo-2019.xlsx',
  courses: 'lop-2015-2019.xlsx',
  placements: 'cu-di-hoc-llct-2015-2019.xlsx',
} as const;

export const pilotFile = (kind: keyof typeof PILOT): Buffer =>
  fs.readFileSync(path.resolve(__dirname, '../../src/modules/demo/pilot', PILOT[kind]));

const OF_PEOPLE = ['officials', 'official_posts', 'qualifications', 'past_sendings', 'nominations', 'journal_entries'];

/**
 * SQL that leaves nobody of the demo, nothing of the tables named besides, and every account of units. The ledger of places
 * refuses to be emptied, but for a replica; accounts, which may name an official, would be emptied with the officials.
 */
export const emptying = (...tables: string[]): string => `
  SET session_replication_role = replica;
  DELETE FROM accounts WHERE role = 'official';
  ALTER TABLE accounts DROP CONSTRAINT IF EXISTS account_official_exists;
  TRUNCATE ${[...OF_PEOPLE, ...tables].join(', ')} CASCADE;
  RESET session_replication_role`;

/** A name that says what the content is. */
const nameOf = (content: Buffer): string =>
  content.subarray(0, 2).toString() === 'PK' ? 'danh-sach.xlsx' : 'danh-sach.csv';

/** Hands a workbook in. */
export async function handIn(client: Client, kind: string, content: Buffer, name = nameOf(content)): Promise<Body> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  return client.send('POST', '/imports', form);
}

/** The import once the work at hand is over. */
export async function settled(client: Client, id: string): Promise<Body> {
  let body: Body;
  await until(
    `import ${id} is no longer at work`,
    async () => {
      body = ok(await client.get(`/imports/${id}`));
      return !['reading', 'applying'].includes(body.status);
    },
    60_000,
  );
  return body;
}

/** Hands a workbook in and waits for its preview. */
export async function previewOf(client: Client, kind: string, content: Buffer, name?: string): Promise<Body> {
  return settled(client, ok(await handIn(client, kind, content, name)).id);
}

/** Applies an import and waits for its end. */
export async function applied(client: Client, id: string, body: object = {}): Promise<Body> {
  ok(await client.post(`/imports/${id}/apply`, body));
  return settled(client, id);
}

export const rowsOf = async (client: Client, id: string, state?: string): Promise<Body[]> =>
  ok(await client.get(`/imports/${id}/rows?page[size]=1000${state ? `&state=${state}` : ''}`)).items;

/** A list of ours with one cell of one record corrected. */
export function corrected(file: Buffer, recordId: string, heading: string, value: string): Buffer {
  const book = XLSX.read(file, { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, {
    header: 1,
    defval: null,
    blankrows: true,
  });
  const line = rows.findIndex((cells) => cells.includes(recordId));
  const column = Math.max(...rows.slice(0, 8).map((cells) => cells.indexOf(heading)));
  sheet[XLSX.utils.encode_cell({ r: line, c: column })] = { t: 's', v: value };
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
}

/** A list as a program of the office would hand it out, the headings first. */
export const csvOf = (...rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n'));
