import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { ProgramStep, ProgramVersionView, ProgramView } from './dto/program.view.js';
import { programRefSql, versionRefSql } from './program.sql.js';

const VERSION = `${versionRefSql('v')} || jsonb_build_object(
  'used', program_version_is_used(v.program_id, v.valid),
  'subjects', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'hours', s.hours) ORDER BY s.position), '[]')
    FROM program_subjects s WHERE s.version_id = v.id))`;

/** A version with the program that it is of. */
export interface OwnedVersion {
  programId: string;
  view: ProgramVersionView;
}

/** Reads of programs. */
@Injectable()
export class ProgramsQueries {
  constructor(private readonly db: Database) {}

  /** Programs as they are on a day, in the catalogue's order. @param id only this one, when given. */
  async list(day: PlainDate, id: string | null = null): Promise<ProgramView[]> {
    const rows = await this.db.rows<{ view: ProgramView }>(
      `SELECT ${programRefSql('p', '$1')} AS view FROM programs p WHERE $2::uuid IS NULL OR p.id = $2 ORDER BY p.position, p.code`,
      [day, id],
    );
    return rows.map(({ view }) => view);
  }

  /** What a program was, is and will be, the newest first. */
  async versions(programId: string): Promise<ProgramVersionView[]> {
    const rows = await this.db.rows<{ view: ProgramVersionView }>(
      `SELECT ${VERSION} AS view FROM program_versions v WHERE v.program_id = $1 ORDER BY lower(v.valid) DESC`,
      [programId],
    );
    return rows.map(({ view }) => view);
  }

  version(id: string): Promise<OwnedVersion | null> {
    return this.db.row<OwnedVersion>(
      `SELECT v.program_id AS "programId", ${VERSION} AS view FROM program_versions v WHERE v.id = $1`,
      [id],
    );
  }

  /** What was done to a program, the newest first. */
  steps(programId: string): Promise<ProgramStep[]> {
    return this.db.rows<ProgramStep>(
      `SELECT action, at, account_name AS "by", data FROM audit_entries WHERE subject_id = $1 ORDER BY at DESC, id DESC`,
      [programId],
    );
  }

  /** Whether no unit stands above this one. */
  async isTop(unitId: string): Promise<boolean> {
    const row = await this.db.row<{ top: boolean }>('SELECT parent_id IS NULL AS top FROM units WHERE id = $1', [
      unitId,
    ]);
    return row?.top ?? false;
  }
}
