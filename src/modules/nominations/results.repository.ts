import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ResultLineDto } from './dto/result.dto.js';
import type { ResultView } from './dto/result.view.js';
import type { ResultSaid } from './levels-given.js';

/** Results as they stand; whoever writes holds the class. */
@Injectable()
export class ResultsRepository {
  constructor(private readonly db: Database) {}

  /** Trainees of a class of the reader's units, in the order of the list. */
  of(actor: Actor, courseId: string): Promise<ResultView[]> {
    return this.db.rows<ResultView>(
      `SELECT n.id AS "nominationId", o.id AS "officialId", o.full_name AS "fullName", ${unitRefSql('u')} AS unit, n.state, r.classification,
         r.certificate_number AS "certificateNumber", r.certificate_date AS "certificateDate"
       FROM nominations n JOIN officials o ON o.id = n.official_id JOIN units u ON u.id = n.unit_id
       LEFT JOIN nomination_results r ON r.nomination_id = n.id
       WHERE n.course_id = $2 AND n.state IN ('studying', 'completed', 'not-completed') AND ${inSubtree('n.unit_id', '$1')}
       ORDER BY n.queue_no`,
      [actor.unitId, courseId],
    );
  }

  /** @returns what was written, by nomination. */
  async write(lines: readonly ResultLineDto[], by: string, at: Date): Promise<Map<string, ResultSaid>> {
    const written = await this.db.rows<ResultSaid & { nominationId: string }>(
      `INSERT INTO nomination_results (nomination_id, classification, certificate_number, certificate_date, recorded_at, recorded_by)
       SELECT l."nominationId", l.classification, nullif(trim(l."certificateNumber"), ''), l."certificateDate", $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS l("nominationId" uuid, classification text, "certificateNumber" text, "certificateDate" date)
       RETURNING nomination_id AS "nominationId", classification, certificate_number AS "certificateNumber",
         certificate_date AS "certificateDate"`,
      [JSON.stringify(lines), at, by],
    );
    return new Map(written.map(({ nominationId, ...result }) => [nominationId, result]));
  }

  /** Puts a result right, or writes the one that ending the class left out. */
  async correct(nominationId: string, result: ResultSaid, by: string, at: Date): Promise<void> {
    await this.db.write(
      `INSERT INTO nomination_results (nomination_id, classification, certificate_number, certificate_date, recorded_at, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT result_once_per_nomination DO UPDATE SET classification = excluded.classification,
         certificate_number = excluded.certificate_number, certificate_date = excluded.certificate_date,
         recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`,
      [nominationId, result.classification, result.certificateNumber, result.certificateDate, at, by],
    );
  }

  /** Forgets a result; the trainee studies again. */
  async takeBack(nominationId: string): Promise<void> {
    await this.db.write('DELETE FROM nomination_results WHERE nomination_id = $1', [nominationId]);
    await this.db.write(`UPDATE nominations SET state = 'studying', version = version + 1 WHERE id = $1`, [
      nominationId,
    ]);
  }
}
