import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { FiledKind } from './paper.types.js';

/** Who adds a paper, and when. */
interface Added {
  readonly by: string;
  readonly at: Date;
}

/** Writes of papers. */
@Injectable()
export class PapersRepository {
  constructor(private readonly db: Database) {}

  /** Holds a nomination, so that its papers change one after the other. */
  async hold(nominationId: string): Promise<void> {
    await this.db.rows('SELECT 1 FROM nominations WHERE id = $1 FOR NO KEY UPDATE', [nominationId]);
  }

  /** How many files a nomination has. */
  async files(nominationId: string): Promise<number> {
    const row = await this.db.row<{ files: number }>(
      'SELECT count(file_id)::int AS files FROM papers WHERE nomination_id = $1',
      [nominationId],
    );
    return row?.files ?? 0;
  }

  /** @throws PaperAttachedTwice by its constraint. */
  async add(id: string, nominationId: string, kind: FiledKind, fileId: string, { by, at }: Added): Promise<void> {
    await this.db.write(
      'INSERT INTO papers (id, nomination_id, kind, file_id, added_at, added_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, nominationId, kind, fileId, at, by],
    );
  }

  /** Says whether the person is fit, in the place of what was said before. */
  async sayFit(
    id: string,
    nominationId: string,
    { fit, checkedOn }: { fit: boolean; checkedOn: PlainDate },
    { by, at }: Added,
  ): Promise<void> {
    await this.db.write(
      `INSERT INTO papers (id, nomination_id, kind, fit, checked_on, added_at, added_by) VALUES ($1, $2, 'health', $3, $4, $5, $6)
       ON CONFLICT (nomination_id) WHERE kind = 'health'
       DO UPDATE SET fit = excluded.fit, checked_on = excluded.checked_on, added_at = excluded.added_at, added_by = excluded.added_by`,
      [id, nominationId, fit, checkedOn, at, by],
    );
  }

  /** Takes a paper out; a file that no other paper shows goes with it. @returns whether it was there. */
  async remove(id: string): Promise<boolean> {
    const gone = await this.db.rows<{ fileId: string | null }>(
      'DELETE FROM papers WHERE id = $1 RETURNING file_id AS "fileId"',
      [id],
    );
    const fileId = gone[0]?.fileId;
    if (fileId)
      await this.db.write(
        'DELETE FROM stored_files f WHERE f.id = $1 AND NOT EXISTS (SELECT 1 FROM papers p WHERE p.file_id = f.id)',
        [fileId],
      );
    return gone.length > 0;
  }
}
