import { Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type S3Store, Settings } from '../config/settings.js';

/** Where the contents of large files lie, each under its id: a folder, or a bucket of an S3-compatible store. */
@Injectable()
export class FileStore {
  private opened: Promise<Disk> | undefined;

  constructor(private readonly settings: Settings) {}

  /** Keeps the content of the file at a path of this machine. */
  async put(id: string, file: string): Promise<void> {
    await (await this.disk()).putStream(id, fs.createReadStream(file));
  }

  /** @throws Error when nothing lies there. */
  async read(id: string): Promise<Readable> {
    return (await this.disk()).getStream(id);
  }

  /** What is not there is passed over. */
  async remove(id: string): Promise<void> {
    await (await this.disk()).delete(id);
  }

  private disk(): Promise<Disk> {
    const { fileStore, filesDir } = this.settings;
    return (this.opened ??= fileStore
      ? bucket(fileStore)
      : Promise.resolve(new Disk(new FSDriver({ location: path.join(filesDir, 'kept'), visibility: 'private' }))));
  }
}

/** Loaded only where a bucket is set up: the client of these stores is larger than the rest of the program. */
async function bucket({ bucket: name, endpoint, region, keyId, secret }: S3Store): Promise<Disk> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  return new Disk(
    new S3Driver({
      bucket: name,
      region,
      credentials: { accessKeyId: keyId, secretAccessKey: secret },
      ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
      // Stores other than Amazon's know neither access lists nor its newer checksums.
      supportsACL: false,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      visibility: 'private',
    }),
  );
}
