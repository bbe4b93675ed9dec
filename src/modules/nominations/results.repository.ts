import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ResultLineDto } from './dto/result.dto.js';
import type { ResultView } from './dto/result.view.js';

/** Results as they stand; whoever writes holds the class. */
@Injectable()
export class ResultsRepository {
  constructor(private readonly db: Database) {}

  /** Trainees of a class of the reader's units, in the order of the list. */
  of(actor: Actor, courseId: string): Promise<ResultView[]> {
    return this.db.rows<ResultView>(
      `SELECT n.id AS "nominationId", o.full_name AS "fullName", ${unitRefSql('u')} AS unit, n.state, r.classification,
         r.certificate_number AS "certificateNumber", r.certificate_date AS "certificateDate"
       FROM nominations n JOIN officials o ON o.id = n.official_id JOIN units u ON u.id = n.unit_id
       LEFT JOIN nomination_results r ON r.nomination_id = n.id
       WHERE n.course_id = $2 AND n.state IN ('studying', 'completed', 'not-completed') AND ${inSubtree('n.unit_id', '$1')}
       ORDER BY n.queue_no`,
      [actor.unitId, courseId],
    );
  }

  async write(lines: readonly ResultLineDto[], by: string, at: Date): Promise<void> {
    await this.db.rows(
      `INSERT INTO nomination_results (nomination_id, classification, certificate_number, certificate_date, recorded_at, recorded_by)
       SELECT l."nominationId", l.classification, nullif(trim(l."certificateNumber"), ''), l."certificateDate", $2, $3
       FROM jsonb_to_recordset($1::jsonb) AS l("nominationId" uuid, classification text, "certificateNumber" text, "certificateDate" date)`,
      [JSON.stringify(lines), at, by],
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
