import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ProposedUnit } from './rules/proposal.js';

/** Why units have the places they have. */
@Injectable()
export class ProposalsRepository {
  constructor(private readonly db: Database) {}

  /** Keeps what these units' places came from, instead of what was known before. */
  async keepBases(
    { programId, period }: { readonly programId: string; readonly period: number },
    units: readonly ProposedUnit[],
    by: { readonly at: Date; readonly accountId: string },
  ): Promise<void> {
    await this.db.rows(
      `INSERT INTO quota_bases (program_id, period, unit_id, places, basis, decided_at, decided_by)
       SELECT $1, $2, b."unitId", b.places, b.basis, $4, $5 FROM jsonb_to_recordset($3::jsonb) AS b("unitId" uuid, places int, basis jsonb)
       ON CONFLICT ON CONSTRAINT quota_basis_once_per_unit DO UPDATE SET places = excluded.places, basis = excluded.basis,
         decided_at = excluded.decided_at, decided_by = excluded.decided_by`,
      [programId, period, JSON.stringify(units), by.at, by.accountId],
    );
  }
}
