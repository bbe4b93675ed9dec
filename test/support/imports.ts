import fs from 'node:fs';
import path from 'node:path';
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

/** Hands a workbook in. */
export async function handIn(client: Client, kind: string, content: Buffer, name = 'danh-sach.xlsx'): Promise<Body> {
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
