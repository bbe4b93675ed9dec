import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { COMMUNE_KINDS, inSubtree, standing, type UnitRef, unitRefSql } from '../units/index.js';

/** A unit that can have places, with those it has. */
export interface PartRow {
  readonly unitId: string;
  readonly unit: UnitRef;
  /** Ids of the units above it and its own. */
  readonly path: readonly string[];
  readonly places: number;
  /** Of them, those that people hold. */
  readonly committed: number;
  /** Of its row of places; null while it has none. */
  readonly version: number | null;
}

/** Facts that proposals start from. */
@Injectable()
export class ProposalsQueries {
  constructor(private readonly db: Database) {}

  /**
   * Standing units below `scope` that are shared out to: committees, those with places of that program and year, and those
   * named. In the order of their codes, which decides the last ties.
   */
  parts(scope: string, programId: string, period: number, named: readonly string[]): Promise<PartRow[]> {
    return this.db.rows<PartRow>(
      `SELECT u.id AS "unitId", ${unitRefSql('u')} AS unit, u.path, coalesce(q.places, 0) AS places,
         coalesce(q.places - q.free, 0) AS committed, q.version
       FROM units u LEFT JOIN quotas q ON q.unit_id = u.id AND q.program_id = $2 AND q.period = $3
       WHERE ${inSubtree('u.id', '$1')} AND u.id <> $1 AND ${standing('u')}
         AND (u.kind = ANY($4::text[]) OR q.id IS NOT NULL OR u.id = ANY($5::uuid[])) ORDER BY u.code`,
      [scope, programId, period, COMMUNE_KINDS, named],
    );
  }

  /** Holds all rows of places of a program and year until the transaction ends, always in the same order. */
  async hold(programId: string, period: number): Promise<void> {
    await this.db.rows('SELECT id FROM quotas WHERE program_id = $1 AND period = $2 ORDER BY id FOR UPDATE', [
      programId,
      period,
    ]);
  }
}
