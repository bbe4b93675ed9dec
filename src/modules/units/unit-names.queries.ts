import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from './scope.js';
import type { UnitKind } from './unit.types.js';

/** A unit with everything a list may call it by. */
export interface UnitNames {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly parentName: string | null;
  readonly formerNames: string[];
  /** Whether it stands in the scope. */
  readonly within: boolean;
  readonly closed: boolean;
  /** Names of the units that it became. */
  readonly heirs: string[];
}

/** Units by their names of now and before. */
@Injectable()
export class UnitNamesQueries {
  constructor(private readonly db: Database) {}

  /** All units, those outside the scope too: to tell "not yours" from "unknown". */
  async all(scope: string, today: PlainDate): Promise<UnitNames[]> {
    return this.db.rows<UnitNames>(
      `SELECT u.id, u.code, u.name, u.kind, u.parent_id AS "parentId", p.name AS "parentName",
         ARRAY(SELECT DISTINCT s.name FROM unit_spells s WHERE s.unit_id = u.id AND s.name <> u.name) AS "formerNames",
         ${inSubtree('u.id', '$1')} AS within, u.valid_to IS NOT NULL AND u.valid_to < $2::date AS closed,
         ARRAY(SELECT h.name FROM unit_successions f JOIN units h ON h.id = f.to_unit_id WHERE f.from_unit_id = u.id ORDER BY h.name) AS heirs
       FROM units u LEFT JOIN units p ON p.id = u.parent_id ORDER BY u.name, u.id`,
      [scope, today],
    );
  }
}
