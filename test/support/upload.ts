import { createHash } from 'node:crypto';
import type { Answer, Client } from './client.js';

const TUS = { 'tus-resumable': '1.0.0' };

/** Begins an upload as a browser's tus client does. @returns its address under the API. */
export async function beginUpload(who: Client, name: string, size: number): Promise<string> {
  const answer = await who.send('POST', '/uploads', undefined, {
    ...TUS,
    'upload-length': String(size),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
  });
  if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return (answer.headers.get('location') ?? '').replace('/api/v1', '');
}

export const uploadOffset = (who: Client, address: string): Promise<Answer> =>
  who.send('HEAD', address, undefined, TUS);

export const sendPart = (who: Client, address: string, offset: number, part: Buffer): Promise<Answer> =>
  who.send('PATCH', address, new Uint8Array(part), {
    ...TUS,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  });

/** Uploads a whole file. @returns its id. */
export async function upload(who: Client, name: string, content: Buffer): Promise<string> {
  const address = await beginUpload(who, name, content.length);
  const { status } = await sendPart(who, address, 0, content);
  if (status !== 204) throw new Error(`The part was answered with ${status}`);
  return address.slice(address.lastIndexOf('/') + 1);
}

/** A small file that says it is a PDF, different for every text. */
export const pdf = (text = ''): Buffer =>
  Buffer.from(`%PDF-1.4\n% ${createHash('sha256').update(text).digest('hex')}\n%%EOF\n`);
