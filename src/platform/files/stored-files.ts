import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { Database } from '../database/database.js';

/** A file as it is kept; who may read it is the business of the room that keeps it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Of the content, hexadecimal. */
  readonly sha256: string;
}

/** Files that people hand in, kept in the database. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
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

  /** A file with its content, or null when it is not kept (any more). */
  async read(id: string): Promise<(StoredFile & { content: Buffer }) | null> {
    return this.db.row(
      `SELECT id, name, media_type AS "mediaType", size, encode(sha256, 'hex') AS sha256, content FROM stored_files WHERE id = $1`,
      [id],
    );
  }

  /** Forgets files; those that are not there are passed over. */
  async remove(...ids: string[]): Promise<void> {
    await this.db.write('DELETE FROM stored_files WHERE id = ANY($1::uuid[])', [ids]);
  }
}
