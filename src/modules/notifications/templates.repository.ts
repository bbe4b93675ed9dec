import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { MessageText } from './template-text.js';

/** A text in both languages. */
export interface BothTexts {
  readonly vi: MessageText;
  readonly en: MessageText;
}

/** One version of a template; without texts it says that the shipped one counts again. */
export interface TemplateVersion {
  kind: string;
  version: number;
  texts: BothTexts | null;
  writtenAt: Date;
  writtenBy: string;
}

/** The text of a version `t` in a language. */
const textSql = (locale: 'vi' | 'en'): string =>
  `jsonb_build_object('title', t.title_${locale}, 'body', t.body_${locale}, 'short', t.short_${locale})`;

const COLUMNS = `t.kind, t.version, CASE WHEN t.title_vi IS NOT NULL THEN jsonb_build_object(
    'vi', ${textSql('vi')}, 'en', ${textSql('en')}) END AS texts,
  t.written_at AS "writtenAt", a.display_name AS "writtenBy"`;

/** Reads and writes of templates; a version is never changed. */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly db: Database) {}

  /** All versions of these kinds, the newest first. */
  versions(kinds: readonly string[]): Promise<TemplateVersion[]> {
    return this.db.rows<TemplateVersion>(
      `SELECT ${COLUMNS} FROM message_templates t JOIN accounts a ON a.id = t.written_by
       WHERE t.kind = ANY($1::text[]) ORDER BY t.kind, t.version DESC`,
      [kinds],
    );
  }

  /** The version whose text counts for a kind, or null for the shipped one. */
  async inForce(kind: string): Promise<number | null> {
    const row = await this.db.row<{ version: number | null }>(
      `SELECT CASE WHEN title_vi IS NOT NULL THEN version END AS version FROM message_templates
       WHERE kind = $1 ORDER BY version DESC LIMIT 1`,
      [kind],
    );
    return row?.version ?? null;
  }

  /** The texts of certain versions, by `kind version`. */
  async textsOf(wanted: readonly { kind: string; version: number }[]): Promise<ReadonlyMap<string, BothTexts>> {
    if (wanted.length === 0) return new Map();
    const rows = await this.db.rows<{ key: string; texts: BothTexts }>(
      `SELECT t.kind || ' ' || t.version AS key, jsonb_build_object(
         'vi', ${textSql('vi')}, 'en', ${textSql('en')}) AS texts
       FROM message_templates t JOIN unnest($1::text[], $2::int[]) AS w(kind, version) ON w.kind = t.kind AND w.version = t.version
       WHERE t.title_vi IS NOT NULL`,
      [wanted.map(({ kind }) => kind), wanted.map(({ version }) => version)],
    );
    return new Map(rows.map(({ key, texts }) => [key, texts]));
  }

  /** Keeps the next version. @returns whether nobody kept one meanwhile. */
  async add(kind: string, after: number, texts: BothTexts | null, by: string, now: Date): Promise<boolean> {
    const row = await this.db.row(
      `INSERT INTO message_templates (kind, version, title_vi, body_vi, short_vi, title_en, body_en, short_en, written_at, written_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT ON CONSTRAINT template_once_per_version DO NOTHING RETURNING version`,
      [kind, after + 1, ...partsOf(texts?.vi), ...partsOf(texts?.en), now, by],
    );
    return row !== null;
  }
}

const partsOf = (text: MessageText | undefined): (string | null)[] => [
  text?.title ?? null,
  text?.body ?? null,
  text?.short ?? null,
];
