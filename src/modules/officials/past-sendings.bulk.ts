import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';

/** Somebody sent to study before this product was used, as an old list has it. */
export interface SendingFacts {
  readonly id: string;
  readonly officialId: string | null;
  readonly fullName: string;
  readonly unitId: string;
  readonly programId: string;
  readonly year: number;
  readonly post: string | null;
  readonly mode: string | null;
  readonly school: string | null;
  readonly result: string | null;
}

/** What changes of one sending; what stays as it is is null. */
export type SendingChange = Pick<SendingFacts, 'id'> & {
  readonly [Field in Exclude<keyof SendingFacts, 'id' | 'officialId'>]: SendingFacts[Field] | null;
};

const FACTS = `s.id, s.official_id AS "officialId", s.full_name AS "fullName", s.unit_id AS "unitId", s.program_id AS "programId",
  s.year, s.post, s.mode, s.school, s.result`;

/** Earlier sendings by the thousand. */
@Injectable()
export class PastSendingsBulk {
  constructor(private readonly db: Database) {}

  /** Those of such names in such units, and of those ids in the scope. @param hold whether they stay so until the end */
  async find(
    wanted: { names: readonly { unitId: string; fullName: string }[]; ids: readonly string[] },
    scope: string,
    hold = false,
  ): Promise<SendingFacts[]> {
    return this.db.rows<SendingFacts>(
      `WITH wanted AS MATERIALIZED (
         SELECT DISTINCT w.unit_id, fold(w.full_name) AS name_key FROM jsonb_to_recordset($1::jsonb) AS w(unit_id uuid, full_name text))
       SELECT ${FACTS} FROM past_sendings s
       WHERE (EXISTS (SELECT 1 FROM wanted w WHERE w.unit_id = s.unit_id AND w.name_key = fold(s.full_name))
         OR s.id = ANY($2::uuid[])) AND ${inSubtree('s.unit_id', '$3')}
       ORDER BY s.id ${hold ? 'FOR UPDATE OF s' : ''}`,
      [
        JSON.stringify(wanted.names.map(({ unitId, fullName }) => ({ unit_id: unitId, full_name: fullName }))),
        wanted.ids,
        scope,
      ],
    );
  }

  /** All those of the scope, by unit and given name. */
  async all(scope: string): Promise<(SendingFacts & { unitName: string })[]> {
    return this.db.rows(
      `SELECT ${FACTS}, u.name AS "unitName" FROM past_sendings s JOIN units u ON u.id = s.unit_id
       WHERE ${inSubtree('s.unit_id', '$1')}
       ORDER BY u.name, u.id, s.year, regexp_replace(s.full_name, '^.*\\s', '') COLLATE vi, s.full_name COLLATE vi, s.id`,
      [scope],
    );
  }

  async insert(sendings: readonly SendingFacts[]): Promise<void> {
    if (sendings.length === 0) return;
    await this.db.rows(
      `INSERT INTO past_sendings (id, official_id, full_name, unit_id, post, program_id, mode, school, year, result)
       SELECT id, "officialId", "fullName", "unitId", post, "programId", mode, school, year, result
       FROM jsonb_to_recordset($1::jsonb) AS s(id uuid, "officialId" uuid, "fullName" text, "unitId" uuid, post text,
         "programId" uuid, mode text, school text, year smallint, result text)`,
      [JSON.stringify(sendings)],
    );
  }

  async change(changes: readonly SendingChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.db.write(
      `UPDATE past_sendings s SET full_name = coalesce(c."fullName", s.full_name), unit_id = coalesce(c."unitId", s.unit_id),
         program_id = coalesce(c."programId", s.program_id), year = coalesce(c.year, s.year), post = coalesce(c.post, s.post),
         mode = coalesce(c.mode, s.mode), school = coalesce(c.school, s.school), result = coalesce(c.result, s.result)
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, "fullName" text, "unitId" uuid, "programId" uuid, year smallint,
         post text, mode text, school text, result text)
       WHERE s.id = c.id`,
      [JSON.stringify(changes)],
    );
  }
}
