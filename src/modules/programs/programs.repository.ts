import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import { Database } from '../../platform/database/database.js';
import type { AddVersionDto, CreateProgramDto, ProgramSubjectDto } from './dto/program.dto.js';
import type { PaperKind } from './program.types.js';
import type { ProgramVersionView } from './dto/program.view.js';

/** What can be written of a version. */
export type VersionContent = Omit<AddVersionDto, 'from'>;

/** Writes of programs. What classes were held by is kept by the database itself (migration 033). */
@Injectable()
export class ProgramsRepository {
  constructor(private readonly db: Database) {}

  async insert({ code, name, kind, needsQuota }: CreateProgramDto): Promise<string> {
    const id = newId();
    await this.db.rows(
      `INSERT INTO programs (id, code, name, kind, needs_quota, position)
       VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) + 1 FROM programs))`,
      [id, toNfc(code), toNfc(name).trim(), kind, needsQuota],
    );
    return id;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.db.write('UPDATE programs SET name = $2, version = version + 1 WHERE id = $1', [id, toNfc(name).trim()]);
  }

  /**
   * Adds a version from a day on, until the next one begins; the one that held that day ends the day before.
   * @returns the new id, and the one that was cut short.
   */
  async addVersion(
    programId: string,
    from: PlainDate,
    content: VersionContent,
  ): Promise<{ id: string; endedId: string | null }> {
    const [ended] = await this.db.rows<{ id: string }>(
      `UPDATE program_versions SET valid = daterange(lower(valid), $2::date), version = version + 1
       WHERE program_id = $1 AND valid @> $2::date AND lower(valid) <> $2::date RETURNING id`,
      [programId, from],
    );
    const id = newId();
    await this.db.rows(
      `INSERT INTO program_versions (id, program_id, valid, level, mode, hours, days, school, minimum_size, maximum_size,
         certificate_kind, confers_llct_level, confers_management_level, confers_professional_level, source, cell_step, decision_step, minimum_attendance)
       VALUES ($3, $1, daterange($2::date, (SELECT min(lower(valid)) FROM program_versions WHERE program_id = $1 AND lower(valid) > $2::date)),
         $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [programId, from, id, ...columnsOf(content)],
    );
    await this.setSubjects(id, content.subjects ?? []);
    await this.givePapers(id, ended?.id ?? null);
    return { id, endedId: ended?.id ?? null };
  }

  /** @param version as it was read, or undefined when the caller does not mind. @returns whether it was still so. */
  async correct(id: string, content: VersionContent, version: number | undefined): Promise<boolean> {
    const changed = await this.db.write(
      `UPDATE program_versions SET level = $3, mode = $4, hours = $5, days = $6, school = $7, minimum_size = $8,
         maximum_size = $9, certificate_kind = $10, confers_llct_level = $11, confers_management_level = $12,
         confers_professional_level = $13, source = $14, cell_step = $15, decision_step = $16, minimum_attendance = $17, version = version + 1
       WHERE id = $1 AND ($2::int IS NULL OR version = $2)`,
      [id, version ?? null, ...columnsOf(content)],
    );
    return changed === 1;
  }

  /** Puts the subjects of a version right; one that keeps its name stays the same subject. */
  async setSubjects(versionId: string, subjects: readonly ProgramSubjectDto[]): Promise<void> {
    const wanted = subjects.map(({ name, hours }, position) => ({
      id: newId(),
      position,
      name: toNfc(name).trim(),
      hours: hours ?? null,
    }));
    await this.db.write(
      `DELETE FROM program_subjects WHERE version_id = $1
         AND name_key <> ALL (SELECT fold(w ->> 'name') FROM jsonb_array_elements($2::jsonb) w)`,
      [versionId, JSON.stringify(wanted)],
    );
    await this.db.rows(
      `INSERT INTO program_subjects AS s (id, version_id, position, name, hours)
       SELECT id, $1, position, name, hours FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, position int, name text, hours int)
       ON CONFLICT ON CONSTRAINT program_subject_once_per_version DO UPDATE
         SET position = excluded.position, name = excluded.name, hours = excluded.hours
         WHERE (s.position, s.name, s.hours) IS DISTINCT FROM (excluded.position, excluded.name, excluded.hours)`,
      [versionId, JSON.stringify(wanted)],
    );
  }

  /** Says which papers a version asks for, in order. */
  async setPapers(versionId: string, papers: readonly PaperKind[]): Promise<void> {
    await this.db.write('DELETE FROM program_papers WHERE version_id = $1', [versionId]);
    await this.db.rows(
      `INSERT INTO program_papers (version_id, position, kind)
       SELECT $1, k.position, k.kind FROM unnest($2::text[]) WITH ORDINALITY AS k(kind, position)`,
      [versionId, papers],
    );
  }

  /** A new version asks for the papers of the one before it; the first one for those of its kind. */
  private async givePapers(versionId: string, beforeId: string | null): Promise<void> {
    await this.db.rows(
      `INSERT INTO program_papers (version_id, position, kind)
       SELECT $1, k.position, k.kind FROM program_versions v JOIN programs p ON p.id = v.program_id
         CROSS JOIN LATERAL unnest(CASE WHEN $2::uuid IS NULL THEN default_papers(p.kind) ELSE
           ARRAY(SELECT r.kind FROM program_papers r WHERE r.version_id = $2 ORDER BY r.position) END)
           WITH ORDINALITY AS k(kind, position)
       WHERE v.id = $1`,
      [versionId, beforeId],
    );
  }

  /** Takes a version away; the one that it would have followed goes on in its place. */
  async removeVersion(programId: string, { id, from, to }: ProgramVersionView): Promise<void> {
    await this.db.write('DELETE FROM program_versions WHERE id = $1', [id]);
    await this.db.write(
      `UPDATE program_versions SET valid = daterange(lower(valid), $3::date + 1), version = version + 1
       WHERE program_id = $1 AND upper(valid) = $2::date`,
      [programId, from, to],
    );
  }
}

const columnsOf = (content: VersionContent): unknown[] => [
  content.level ?? null,
  content.mode ?? null,
  content.hours ?? null,
  content.days ?? null,
  content.school == null ? null : toNfc(content.school).trim(),
  content.minimumSize ?? null,
  content.maximumSize ?? null,
  content.certificateKind ?? null,
  content.confers?.llct ?? null,
  content.confers?.management ?? null,
  content.confers?.professional ?? null,
  content.source == null ? null : toNfc(content.source).trim(),
  content.cellStep ?? false,
  content.decisionStep ?? false,
  content.minimumAttendance ?? null,
];
