import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { CoursesService } from '../courses/index.js';
import { minimumsSql, placesSql } from '../quotas/index.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { ReviewCounts } from './dto/nomination.view.js';

const COUNTS = `count(*) FILTER (WHERE n.place <> 'none')::int AS sent,
  count(*) FILTER (WHERE is_accepted(n.state))::int AS approved,
  count(*) FILTER (WHERE n.state = 'submitted' AND n.place = 'seat')::int AS submitted`;

/** The numbers beside a review: of the class, of each unit, of each quota that is drawn on. */
@Injectable()
export class ReviewCountsQueries {
  constructor(
    private readonly db: Database,
    private readonly courses: CoursesService,
  ) {}

  /** @throws NotFound */
  async ofCourse(actor: Actor, courseId: string): Promise<ReviewCounts> {
    const { capacity, seatsTaken, waitlisted, deadline } = await this.courses.get(actor, courseId);
    const [units, quotas] = await Promise.all([
      this.db.rows<ReviewCounts['units'][number]>(
        `SELECT ${unitRefSql('u')} AS unit, max(uc.expected)::int AS expected, ${COUNTS}
         FROM nominations n JOIN units u ON u.id = n.unit_id
           LEFT JOIN unit_calls uc ON uc.course_id = n.course_id AND uc.unit_id = n.unit_id
         WHERE n.course_id = $2 AND ${inSubtree('n.unit_id', '$1')} GROUP BY u.id, u.code, u.name ORDER BY u.name`,
        [actor.unitId, courseId],
      ),
      this.db.rows<ReviewCounts['quotas'][number]>(
        `SELECT ${unitRefSql('u')} AS unit, ${placesSql('q')}, ${minimumsSql('q')} AS minimums FROM quotas q JOIN units u ON u.id = q.unit_id
         WHERE q.id IN (SELECT n.quota_id FROM nominations n WHERE n.course_id = $2) AND ${inSubtree('q.unit_id', '$1')}
         ORDER BY u.name`,
        [actor.unitId, courseId],
      ),
    ]);
    const sum = (of: 'approved' | 'submitted'): number => units.reduce((total, unit) => total + unit[of], 0);
    const seats = { capacity, taken: seatsTaken, waitlisted, approved: sum('approved'), submitted: sum('submitted') };
    return { seats, deadline: deadline, units, quotas };
  }
}
