import { Injectable } from '@nestjs/common';
import { FileStore as TusStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { fileTypeFromFile } from 'file-type/node';
import fs from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { API_PREFIX } from '../http/api-prefix.js';
import { Settings } from '../config/settings.js';
import { Periodic } from '../worker/periodic.js';

/** Largest file that can be handed in this way, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
const HOUR_MS = 3_600_000;
/** How long an upload may lie unfinished, or unused. */
const UNUSED_MS = 24 * HOUR_MS;

/** A finished upload, still where it arrived. */
export interface FinishedUpload {
  readonly name: string;
  readonly size: number;
  /** What its content says it is; undefined when it is nothing known. What the sender says counts for nothing. */
  readonly mediaType: string | undefined;
  /** Where it lies on this machine. */
  readonly file: string;
}

type Request = Parameters<NonNullable<ConstructorParameters<typeof Server>[0]['onUploadCreate']>>[0];

/**
 * Files on their way in, by the open protocol tus (tus.io): a connection that breaks goes on where it stopped. Each
 * belongs to the account that began it, and is nothing until a room takes it.
 */
@Injectable()
export class Uploads {
  private readonly owners = new WeakMap<IncomingMessage, string>();
  private made: { server: Server; store: TusStore } | undefined;

  constructor(private readonly settings: Settings) {}

  /** Answers one request of the protocol. @param accountId who asks. */
  async answer(request: IncomingMessage, response: ServerResponse, accountId: string): Promise<void> {
    this.owners.set(request, accountId);
    await this.tus().server.handle(request, response);
  }

  /** A finished upload of this account, or null when there is none. */
  async finished(id: string, accountId: string): Promise<FinishedUpload | null> {
    const upload = await this.tus()
      .store.getUpload(id)
      .catch(() => null);
    if (!upload || upload.metadata?.accountId !== accountId || upload.size !== upload.offset) return null;
    const file = path.join(this.folder, id);
    const type = await fileTypeFromFile(file);
    return { name: upload.metadata.filename ?? '', size: upload.offset, mediaType: type?.mime, file };
  }

  /** Forgets an upload that was taken; again does nothing. */
  async forget(id: string): Promise<void> {
    await this.tus()
      .store.remove(id)
      .catch(() => undefined);
  }

  /** @returns how many that nobody finished or used were forgotten. */
  @Periodic(HOUR_MS)
  async forgetUnused(): Promise<number> {
    return fs.existsSync(this.folder) ? this.tus().store.deleteExpired() : 0;
  }

  private get folder(): string {
    return path.join(this.settings.filesDir, 'uploads');
  }

  /** Made at the first use: it makes its folder. */
  private tus(): { server: Server; store: TusStore } {
    if (this.made) return this.made;
    const store = new TusStore({ directory: this.folder, expirationPeriodInMilliseconds: UNUSED_MS });
    const server = new Server({
      path: `/${API_PREFIX}/uploads`,
      datastore: store,
      maxSize: LARGEST_FILE,
      relativeLocation: true,
      allowedOrigins: [new URL(this.settings.publicUrl).origin],
      onUploadCreate: (request, upload) =>
        Promise.resolve({ metadata: { ...upload.metadata, accountId: this.owner(request) } }),
      onIncomingRequest: async (request, id) => {
        if (request.method === 'POST') return;
        const upload = await store.getUpload(id).catch(() => null);
        // A library's own kind of refusal: not an Error.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        if (upload?.metadata?.accountId !== this.owner(request)) throw { status_code: 404, body: 'No such upload' };
      },
    });
    return (this.made = { server, store });
  }

  private owner(request: Request): string {
    const raw = request.runtime?.node?.req as IncomingMessage | undefined;
    const owner = raw && this.owners.get(raw);
    if (owner === undefined) throw new Error('An upload without an account');
    return owner;
  }
}
