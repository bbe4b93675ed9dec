import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { BrokenRow } from './dto/data-check.view.js';
import type { Finding } from './soundness.rules.js';

/** One time that the data was gone through. */
export interface DataCheck {
  readonly ranAt: Date;
  readonly tookMs: number;
  readonly ranBy: string | null;
  readonly findings: readonly Finding[];
}

/** Rows that are shown of very many broken ones. */
const SHOWN = 200;
/** How long it is remembered that all was well. */
const KEPT = '1 year';

/** Keeps what was found, and tells of what it is. */
@Injectable()
export class DataChecksRepository {
  constructor(private readonly db: Database) {}

  last(): Promise<DataCheck | null> {
    return this.db.row<DataCheck>(
      `SELECT d.ran_at AS "ranAt", d.took_ms AS "tookMs", a.display_name AS "ranBy", d.findings
       FROM data_checks d LEFT JOIN accounts a ON a.id = d.ran_by ORDER BY d.ran_at DESC, d.id DESC LIMIT 1`,
    );
  }

  async keep({ ranAt, tookMs, findings }: Omit<DataCheck, 'ranBy'>, by: string | null): Promise<void> {
    await this.db.write('DELETE FROM data_checks WHERE ran_at < $1::timestamptz - $2::interval', [ranAt, KEPT]);
    await this.db.rows(
      'INSERT INTO data_checks (id, ran_at, took_ms, ran_by, findings) VALUES ($1, $2, $3, $4, $5::jsonb) RETURNING id',
      [newId(), ranAt, tookMs, by, JSON.stringify(findings)],
    );
  }

  /** Of which class, person's nomination or places these are, as far as they are the reader's. */
  rows(actor: Actor, findings: readonly Finding[]): Promise<BrokenRow[]> {
    return this.db.rows<BrokenRow>(
      `SELECT f.rule, ${unitRefSql('u')} AS unit, coalesce(co.code || ' · ' || co.title, p.name) AS title, f.period,
         co.id AS "courseId", n.id AS "nominationId", f.counted, f.expected
       FROM jsonb_to_recordset($2::jsonb) AS f(rule text, "courseId" uuid, "nominationId" uuid, "unitId" uuid, "programId" uuid,
         period int, counted text, expected text)
       LEFT JOIN nominations n ON n.id = f."nominationId"
       LEFT JOIN courses co ON co.id = coalesce(f."courseId", n.course_id)
       LEFT JOIN programs p ON p.id = f."programId"
       JOIN units u ON u.id = coalesce(f."unitId", n.unit_id, co.unit_id)
       WHERE ${inSubtree('u.id', '$1')} ORDER BY f.rule, u.name, title LIMIT ${SHOWN}`,
      [actor.unitId, JSON.stringify(findings)],
    );
  }
}
