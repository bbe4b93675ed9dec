import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What can be wrong with the chain from a nomination to its decision. */
export const DECISION_RULES = ['decided-by-a-decision', 'sent-people-have-a-seat', 'replaced-has-a-successor'] as const;

/** A nomination whose chain to its decision is broken. */
export interface DecisionFinding {
  readonly rule: (typeof DECISION_RULES)[number];
  readonly nominationId: string;
}

const RULES: Record<DecisionFinding['rule'], string> = {
  'decided-by-a-decision': `SELECT n.id FROM nominations n WHERE n.state = 'decided' AND (SELECT count(*) FROM decision_lines l
    JOIN decisions d ON d.id = l.decision_id WHERE l.nomination_id = n.id AND l.ended IS NULL AND d.state = 'issued') <> 1`,
  'sent-people-have-a-seat': `SELECT n.id FROM decision_lines l JOIN decisions d ON d.id = l.decision_id
    JOIN nominations n ON n.id = l.nomination_id WHERE l.ended IS NULL AND d.state = 'issued' AND (NOT keeps_seat(n.state) OR n.state = 'approved')`,
  // Whoever stands in for somebody does so for one whose way has ended, replaced, withdrawn or refused.
  'replaced-has-a-successor': `SELECT n.id FROM nominations n LEFT JOIN nominations s ON s.replaces_id = n.id
    WHERE n.state = 'replaced' AND s.id IS NULL OR s.id IS NOT NULL AND n.state NOT IN ('replaced', 'withdrawn', 'rejected')`,
};

/** Goes through the chain nomination → decision → replacement, reading only. */
@Injectable()
export class DecisionsAudit {
  constructor(private readonly db: Database) {}

  async findings(): Promise<DecisionFinding[]> {
    const each = await Promise.all(
      Object.entries(RULES).map(([rule, sql]) =>
        this.db.rows<DecisionFinding>(`SELECT $1 AS rule, f.id AS "nominationId" FROM (${sql}) f ORDER BY f.id`, [
          rule,
        ]),
      ),
    );
    return each.flat();
  }
}
