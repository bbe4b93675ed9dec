import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';

/** A nomination that a reader may see, as far as rooms above need it. */
export interface NominationInScope {
  readonly id: string;
  /** The called unit in whose name it was made. */
  readonly unitId: string;
  /** Whether it holds a place of a class that has not begun, so that its papers may still be completed. */
  readonly mayHavePapers: boolean;
}

/** Made for a unit of the reader's subtree, or about a member of its cells. `$1` is the reader's unit. */
const IN_SCOPE = `(${inSubtree('n.unit_id', '$1')} OR ${inSubtree('o.cell_id', '$1')})`;
const FROM = `nominations n JOIN officials o ON o.id = n.official_id JOIN courses co ON co.id = n.course_id`;
const BEFORE_THE_CLASS = `n.place <> 'none' AND co.state IN ('open', 'closed', 'confirmed')`;

/** Which nominations are whose, for rooms that keep something with them. */
@Injectable()
export class NominationScopeQueries {
  constructor(private readonly db: Database) {}

  /** One nomination of the reader's subtree, or null. */
  find(actor: Actor, id: string): Promise<NominationInScope | null> {
    return this.db.row<NominationInScope>(
      `SELECT n.id, n.unit_id AS "unitId", ${BEFORE_THE_CLASS} AS "mayHavePapers" FROM ${FROM} WHERE n.id = $2 AND ${IN_SCOPE}`,
      [actor.unitId, id],
    );
  }

  /** Ids of a class's nominations of the reader's subtree whose papers may still be completed. */
  async beforeTheClass(actor: Actor, courseId: string): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `SELECT n.id FROM ${FROM} WHERE n.course_id = $2 AND ${BEFORE_THE_CLASS} AND ${IN_SCOPE} ORDER BY n.queue_no`,
      [actor.unitId, courseId],
    );
    return rows.map(({ id }) => id);
  }
}
