import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel/ids.js';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import type { EndedUnit } from './inheritance.js';
import { inSubtree, standing } from './scope.js';
import { UnitEntity } from './unit.entity.js';
import type { UnitArea, UnitKind } from './unit.types.js';

/** A standing unit as a plan for another map sees it. */
export interface MapUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: UnitKind;
  readonly code: string;
  readonly name: string;
  readonly area: UnitArea | null;
  /** First day of what it is now; null when that is since ever. */
  readonly since: PlainDate | null;
}

/** One change of the map. */
export type MapChange =
  | { readonly op: 'end'; readonly unitId: string }
  | ({ readonly op: 'create' } & Omit<MapUnit, 'since'>)
  | ({ readonly op: 'change'; readonly unitId: string } & Partial<
      Pick<MapUnit, 'parentId' | 'kind' | 'code' | 'name'>
    >);

/** The map as a whole, changed from one day on. */
@Injectable()
export class UnitsMapRepository {
  constructor(private readonly db: Database) {}

  /** The standing units in the subtree of `scope`. */
  standing(scope: string): Promise<MapUnit[]> {
    return this.db.rows<MapUnit>(
      `SELECT u.id, u.parent_id AS "parentId", u.kind, u.code, u.name, u.area, (SELECT lower(s.held) FROM unit_spells s
         WHERE s.unit_id = u.id ORDER BY upper(s.held) DESC NULLS FIRST LIMIT 1) AS since
       FROM units u WHERE ${inSubtree('u.id', '$1')} AND ${standing('u')} ORDER BY u.name`,
      [scope],
    );
  }

  /** Who has any of these codes on a day or later, in the whole tree. */
  codesFrom(codes: readonly string[], day: PlainDate): Promise<{ code: string; unitId: string }[]> {
    return this.db.rows(
      `SELECT DISTINCT s.code, s.unit_id AS "unitId" FROM unit_spells s
       WHERE s.code = ANY($1::text[]) AND s.held && daterange($2::date, NULL)`,
      [codes, day],
    );
  }

  /** Says in what kind of area a unit stands from a day on; null for since ever. Days before keep theirs. */
  async changeArea(unitId: string, area: UnitArea | null, from: PlainDate | null): Promise<void> {
    await this.db.rows(`SELECT set_config('hc.effective_on', $1, true)`, [from ?? '-infinity']);
    await this.db.repository(UnitEntity).update({ id: unitId }, { area });
    await this.db.rows(`SELECT set_config('hc.effective_on', '', true)`);
  }

  /** Makes another map from a day on: ends first, so that their codes are free, then the rest in its order. */
  async change(on: PlainDate, changes: readonly MapChange[], ended: readonly EndedUnit[]): Promise<void> {
    await this.db.rows(`SELECT set_config('hc.effective_on', $1, true)`, [on]);
    const units = this.db.repository(UnitEntity);
    for (const change of changes.toSorted((a, b) => Number(b.op === 'end') - Number(a.op === 'end'))) {
      if (change.op === 'end') await units.update({ id: change.unitId }, { validTo: addDays(on, -1) });
      else if (change.op === 'create') {
        const { op: _, ...unit } = change;
        await units.insert({ ...unit, validFrom: on, version: 1 });
      } else {
        const { op: _, unitId, ...fields } = change;
        await units.update({ id: unitId }, fields);
      }
    }
    const pairs = ended.flatMap(({ unitId, heirs }) => heirs.map((heir) => ({ id: newId(), from: unitId, to: heir })));
    await this.db.rows(
      `INSERT INTO unit_successions (id, from_unit_id, to_unit_id, effective_on)
       SELECT id, "from", "to", $2 FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "from" uuid, "to" uuid)`,
      [JSON.stringify(pairs), on],
    );
    await this.db.rows(`SELECT set_config('hc.effective_on', '', true)`);
  }
}
