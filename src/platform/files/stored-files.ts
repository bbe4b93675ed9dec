import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { Database } from '../database/database.js';
import { Periodic } from '../worker/periodic.js';
import { FileStore } from './file-store.js';
import type { FinishedUpload } from './uploads.js';
import { VirusScanner } from './virus-scanner.js';

/** An upload whose content lies in the store, not yet anybody's. */
export interface StoredUpload extends StoredFile {
  /** When a scanner passed it; null where none is set up. */
  readonly scannedAt: Date | null;
}

/** A file as it is kept; who may read it is the business of the room that keeps it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Of the content, hexadecimal. */
  readonly sha256: string;
}

const HOUR_MS = 3_600_000;
/** Longer than any request that keeps a file may last. */
const UNDER_WAY_MS = 24 * HOUR_MS;

/** Files that people hand in: small ones in the database, uploads in the store. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly scanner: VirusScanner,
  ) {}

  /** Keeps a file. @param createdBy the account that handed it in. */
  async keep(
    file: { name: string; mediaType: string; content: Buffer },
    createdBy: string | null,
  ): Promise<StoredFile> {
    const id = newId();
    const name = toNfc(file.name);
    const sha256 = createHash('sha256').update(file.content).digest();
    await this.db.rows(
      `INSERT INTO stored_files (id, name, media_type, size, sha256, content, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, name, file.mediaType, file.content.length, sha256, file.content, this.clock.now(), createdBy],
    );
    return { id, name, mediaType: file.mediaType, size: file.content.length, sha256: sha256.toString('hex') };
  }

  /**
   * Scans a finished upload and puts its content into the store. Until `register` gives it a row it counts as left over, so
   * that a request which ends in between leaves nothing for ever. Call it before the transaction begins.
   * @throws VirusFound, ScannerSilent
   */
  async store(upload: FinishedUpload, mediaType: string): Promise<StoredUpload> {
    const id = newId();
    const now = this.clock.now();
    const scanned = await this.scanner.scan(upload.file);
    await this.db.rows('INSERT INTO leftover_files (id, after) VALUES ($1, $2)', [
      id,
      new Date(now.getTime() + UNDER_WAY_MS),
    ]);
    await this.files.put(id, upload.file);
    const sha256 = createHash('sha256');
    await pipeline(fs.createReadStream(upload.file), sha256);
    const name = toNfc(upload.name);
    return { id, name, mediaType, size: upload.size, sha256: sha256.digest('hex'), scannedAt: scanned ? now : null };
  }

  /** Gives what was stored its row, in the transaction of the one who keeps it. */
  async register(file: StoredUpload, createdBy: string): Promise<void> {
    await this.db.rows(
      `WITH kept AS (DELETE FROM leftover_files WHERE id = $1)
       INSERT INTO stored_files (id, name, media_type, size, sha256, scanned_at, created_at, created_by)
       VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8)`,
      [file.id, file.name, file.mediaType, file.size, file.sha256, file.scannedAt, this.clock.now(), createdBy],
    );
  }

  /** A file to be sent on piece by piece, or null when it is not kept (any more). */
  async open(id: string): Promise<(StoredFile & { content: Readable }) | null> {
    const file = await this.db.row<StoredFile & { bytes: Buffer | null }>(
      `SELECT id, name, media_type AS "mediaType", size, encode(sha256, 'hex') AS sha256, content AS bytes FROM stored_files WHERE id = $1`,
      [id],
    );
    if (!file) return null;
    const { bytes, ...facts } = file;
    return { ...facts, content: bytes === null ? await this.files.read(id) : Readable.from(bytes) };
  }

  /** A file of the database with its content, or null when it is not kept there (any more). */
  async read(id: string): Promise<(StoredFile & { content: Buffer }) | null> {
    return this.db.row(
      `SELECT id, name, media_type AS "mediaType", size, encode(sha256, 'hex') AS sha256, content FROM stored_files
       WHERE id = $1 AND content IS NOT NULL`,
      [id],
    );
  }

  /** Forgets files; those that are not there are passed over. */
  async remove(...ids: string[]): Promise<void> {
    await this.db.write('DELETE FROM stored_files WHERE id = ANY($1::uuid[])', [ids]);
  }

  /** Sweeps away contents without a row. @returns how many. */
  @Periodic(HOUR_MS)
  async sweep(): Promise<number> {
    const left = await this.db.rows<{ id: string }>('SELECT id FROM leftover_files WHERE after <= $1 LIMIT 1000', [
      this.clock.now(),
    ]);
    for (const { id } of left) {
      await this.files.remove(id);
      await this.db.write('DELETE FROM leftover_files WHERE id = $1', [id]);
    }
    return left.length;
  }
}
