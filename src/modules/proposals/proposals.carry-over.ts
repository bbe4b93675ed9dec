import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { heirFinder, type Inheritance } from '../units/index.js';

/** A proposal that its committee has not done with. */
interface OpenProposal {
  readonly id: string;
  readonly officialId: string;
  readonly cellId: string;
  readonly unitId: string;
}

/** Proposals and wishes of cells that end, or to committees that do. */
@Injectable()
export class ProposalsCarryOver {
  constructor(private readonly db: Database) {}

  /** How many are open, by the committee they are proposed to and by the cell that proposes. */
  async count(unitIds: readonly string[]): Promise<Map<string, number>> {
    const open = await this.open(unitIds);
    const of = (unit: string) => open.filter(({ cellId, unitId }) => [cellId, unitId].includes(unit)).length;
    return new Map(unitIds.map((unit) => [unit, of(unit)]));
  }

  /**
   * Proposals follow their person to the heirs of cell and committee, after those that the heir had; lists that become one
   * take turns. What a cell that ends had answered stays with it: it was said of other people.
   */
  async carryOver(inheritance: Inheritance): Promise<void> {
    const heir = heirFinder(inheritance);
    const open = await this.open(inheritance.ended.map(({ unitId }) => unitId));
    const moved = open.map(({ id, officialId, cellId, unitId }) => ({
      id,
      cellId: heir(cellId, officialId) ?? cellId,
      unitId: heir(unitId, officialId) ?? unitId,
    }));
    await this.db.write(
      `UPDATE proposals p SET cell_id = m.cell_id, unit_id = m.unit_id, position = m.position, version = p.version + 1 FROM (
         SELECT t.id, m."cellId" AS cell_id, m."unitId" AS unit_id, CASE WHEN t.unit_id = m."unitId" THEN t.position ELSE
           row_number() OVER (PARTITION BY t.course_id, m."unitId", t.unit_id = m."unitId" ORDER BY t.position, t.unit_id, t.id)
           + coalesce((SELECT max(own.position) FROM proposals own WHERE own.course_id = t.course_id AND own.unit_id = m."unitId"), 0)
           END AS position
         FROM jsonb_to_recordset($1::jsonb) AS m(id uuid, "cellId" uuid, "unitId" uuid) JOIN proposals t ON t.id = m.id) m
       WHERE p.id = m.id AND (p.cell_id, p.unit_id) IS DISTINCT FROM (m.cell_id, m.unit_id)`,
      [JSON.stringify(moved)],
    );
  }

  private open(unitIds: readonly string[]): Promise<OpenProposal[]> {
    return this.db.rows<OpenProposal>(
      `SELECT p.id, p.official_id AS "officialId", p.cell_id AS "cellId", p.unit_id AS "unitId" FROM proposals p
       JOIN courses co ON co.id = p.course_id
       WHERE (p.unit_id = ANY($1::uuid[]) OR p.cell_id = ANY($1::uuid[])) AND p.state IN ('interest', 'proposed', 'returned', 'reserve')
         AND co.state IN ('open', 'closed', 'confirmed', 'running') ORDER BY p.id`,
      [unitIds],
    );
  }
}
