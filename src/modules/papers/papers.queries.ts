import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { officialInScope } from '../officials/index.js';
import type { EarlierPaper, MissingPapers, PapersAtHand, PaperView } from './dto/paper.view.js';
import type { PaperKind } from './paper.types.js';

/** What is asked for a nomination `n` of a class `co` and is not there, in the program's order. */
const MISSING = `(SELECT coalesce(jsonb_agg(r.kind ORDER BY r.position), '[]') FROM required_papers(co.program_id, co.starts_on) r
  WHERE NOT EXISTS (SELECT 1 FROM papers p WHERE p.nomination_id = n.id AND p.kind = r.kind))`;

/** Reads of papers; the caller knows that the reader may see them. */
@Injectable()
export class PapersQueries {
  constructor(private readonly db: Database) {}

  /** Papers of one nomination, in the order in which they came. */
  of(nominationId: string): Promise<PaperView[]> {
    return this.db.rows<PaperView>(
      `SELECT p.id, p.kind, CASE WHEN f.id IS NOT NULL THEN jsonb_build_object('name', f.name, 'size', f.size,
           'mediaType', f.media_type, 'scanned', f.scanned_at IS NOT NULL) END AS file,
         p.fit, p.checked_on AS "checkedOn", p.added_at AS "addedAt", a.display_name AS "addedBy"
       FROM papers p LEFT JOIN stored_files f ON f.id = p.file_id JOIN accounts a ON a.id = p.added_by
       WHERE p.nomination_id = $1 ORDER BY p.added_at, p.id`,
      [nominationId],
    );
  }

  /** Whether a nomination has a file with this content. @param sha256 hexadecimal. */
  async has(nominationId: string, sha256: string): Promise<boolean> {
    const row = await this.db.row(
      `SELECT 1 FROM papers p JOIN stored_files f ON f.id = p.file_id WHERE p.nomination_id = $1 AND f.sha256 = decode($2, 'hex')`,
      [nominationId, sha256],
    );
    return row !== null;
  }

  /** What the program of a nomination's class asks for, and what of it is missing. */
  async asked(nominationId: string): Promise<{ required: PaperKind[]; missing: PaperKind[] }> {
    const row = await this.db.row<{ required: PaperKind[]; missing: PaperKind[] }>(
      `SELECT ${MISSING} AS missing, (SELECT coalesce(jsonb_agg(r.kind ORDER BY r.position), '[]')
         FROM required_papers(co.program_id, co.starts_on) r) AS required
       FROM nominations n JOIN courses co ON co.id = n.course_id WHERE n.id = $1`,
      [nominationId],
    );
    return row ?? { required: [], missing: [] };
  }

  /** Kinds that a class asks for, in the program's order. */
  async askedBy(courseId: string): Promise<PaperKind[]> {
    const rows = await this.db.rows<{ kind: PaperKind }>(
      `SELECT r.kind FROM courses co CROSS JOIN LATERAL required_papers(co.program_id, co.starts_on) r WHERE co.id = $1 ORDER BY r.position`,
      [courseId],
    );
    return rows.map(({ kind }) => kind);
  }

  /** Officials of a unit's scope with files of these kinds from other classes. Fitness is said anew each time. */
  atHand(scope: string, courseId: string, kinds: readonly PaperKind[]): Promise<PapersAtHand[]> {
    return this.db.rows<PapersAtHand>(
      `SELECT n.official_id AS "officialId", array_agg(DISTINCT p.kind) AS kinds FROM papers p JOIN nominations n ON n.id = p.nomination_id
       JOIN officials o ON o.id = n.official_id
       WHERE p.kind = ANY($3) AND p.file_id IS NOT NULL AND n.course_id <> $2 AND ${officialInScope('o', '$1')}
       GROUP BY n.official_id ORDER BY n.official_id`,
      [scope, courseId, kinds],
    );
  }

  /** Files of other nominations of the same person that this one does not have, the newest first. */
  earlier(nominationId: string): Promise<EarlierPaper[]> {
    return this.db.rows<EarlierPaper>(
      `SELECT * FROM (
         SELECT DISTINCT ON (p.file_id) p.id, p.kind, f.name, p.added_at AS "addedAt", co.code AS "courseCode"
         FROM nominations n JOIN nominations other ON other.official_id = n.official_id AND other.id <> n.id
         JOIN papers p ON p.nomination_id = other.id JOIN stored_files f ON f.id = p.file_id
         JOIN courses co ON co.id = other.course_id
         WHERE n.id = $1 AND NOT EXISTS (SELECT 1 FROM papers own WHERE own.nomination_id = n.id AND own.file_id = p.file_id)
         ORDER BY p.file_id, p.added_at DESC) found
       ORDER BY "addedAt" DESC LIMIT 30`,
      [nominationId],
    );
  }

  /** People of a class who still lack papers, as far as they are of these nominations. */
  missing(courseId: string, nominationIds: readonly string[]): Promise<MissingPapers[]> {
    return this.db.rows<MissingPapers>(
      `SELECT n.id AS "nominationId", found.missing FROM nominations n JOIN courses co ON co.id = n.course_id
         CROSS JOIN LATERAL (SELECT ${MISSING} AS missing) found
       WHERE n.course_id = $1 AND n.id = ANY($2::uuid[]) AND found.missing <> '[]' ORDER BY n.queue_no`,
      [courseId, nominationIds],
    );
  }

  /** One paper with the nomination it belongs to, or null. */
  find(id: string): Promise<KeptPaper | null> {
    return this.db.row<KeptPaper>(
      'SELECT id, nomination_id AS "nominationId", kind, file_id AS "fileId" FROM papers WHERE id = $1',
      [id],
    );
  }

  /** The file of a paper of another nomination of the same person, or null. */
  async fileOfSamePerson(paperId: string, nominationId: string): Promise<string | null> {
    const row = await this.db.row<{ fileId: string }>(
      `SELECT p.file_id AS "fileId" FROM papers p JOIN nominations other ON other.id = p.nomination_id
       JOIN nominations n ON n.official_id = other.official_id WHERE p.id = $1 AND n.id = $2 AND p.file_id IS NOT NULL`,
      [paperId, nominationId],
    );
    return row?.fileId ?? null;
  }
}

/** A paper as its room sees it. */
export interface KeptPaper {
  id: string;
  nominationId: string;
  kind: PaperKind;
  fileId: string | null;
}
