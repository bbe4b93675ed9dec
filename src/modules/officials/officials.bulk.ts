import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import { NAME_ORDER, officialFactsJoins } from './official.sql.js';
import type { Category, Gender, LlctLevel, Membership, ProfessionalLevel } from './official.types.js';

/** What is recorded of an official, flat: one row of a danh sách trích ngang. */
export interface OfficialFacts {
  readonly id: string;
  readonly unitId: string;
  readonly cellId: string | null;
  readonly fullName: string;
  readonly gender: Gender;
  readonly bornOn: PlainDate | null;
  readonly birthYear: number | null;
  readonly ethnicGroup: string | null;
  readonly homePlace: string | null;
  readonly probationaryOn: PlainDate | null;
  readonly fullMemberOn: PlainDate | null;
  readonly post: string | null;
  readonly category: Category | null;
  readonly professionalLevel: ProfessionalLevel | null;
  readonly major: string | null;
  readonly llctLevel: LlctLevel | null;
  /** Whether the LLCT level was given by a class of ours: it is then no matter of correction. */
  readonly llctConferred: boolean;
}

/** Somebody to record, all at once. */
export interface BulkOfficial extends Omit<OfficialFacts, 'llctConferred' | 'post' | 'category'> {
  readonly membership: Membership;
  readonly post: string;
  readonly category: Category;
}

/** What changes of one official; what stays as it is is null. */
export interface BulkChange {
  readonly id: string;
  readonly fullName: string | null;
  readonly gender: Gender | null;
  /** Of a birth that changes, with the day where it is known. */
  readonly birthYear: number | null;
  readonly bornOn: PlainDate | null;
  readonly ethnicGroup: string | null;
  readonly homePlace: string | null;
  readonly probationaryOn: PlainDate | null;
  readonly fullMemberOn: PlainDate | null;
  /** The unit moved to, with its cell. */
  readonly unitId: string | null;
  readonly cellId: string | null;
  /** The whole of the main post that is held from today on. */
  readonly post: { readonly title: string; readonly category: Category; readonly unitId: string } | null;
}

/** A level that an official has according to a newer list. */
export interface BulkLevel {
  readonly officialId: string;
  readonly kind: 'professional' | 'llct';
  readonly level: string;
  readonly major: string | null;
  /** Its place on the ladder, from 1. */
  readonly rank: number;
  /** `gain` adds it from today on; `correct` says that what was recorded was never so. */
  readonly how: 'gain' | 'correct';
}

const FACTS = `o.id, o.unit_id AS "unitId", o.cell_id AS "cellId", o.full_name AS "fullName", o.gender, o.born_on AS "bornOn",
  coalesce(o.birth_year, extract(year FROM o.born_on)::int) AS "birthYear", o.ethnic_group AS "ethnicGroup",
  o.home_place AS "homePlace", o.probationary_on AS "probationaryOn", o.full_member_on AS "fullMemberOn", post.title AS post,
  post.category, professional.level AS "professionalLevel", professional.major, llct.level AS "llctLevel",
  EXISTS (SELECT 1 FROM qualifications q WHERE q.official_id = o.id AND q.kind = 'llct' AND q.nomination_id IS NOT NULL) AS "llctConferred"`;

/** Officials by the thousand: a constant number of statements, whatever the number of people. */
@Injectable()
export class OfficialsBulk {
  constructor(private readonly db: Database) {}

  /**
   * Everybody of those names in those units, and of those ids in the scope.
   * @param hold whether they stay as they are until the transaction ends; in order of ids, so that two never deadlock.
   */
  async find(
    wanted: { names: readonly { unitId: string; fullName: string }[]; ids: readonly string[] },
    scope: string,
    today: PlainDate,
    hold = false,
  ): Promise<OfficialFacts[]> {
    const found = await this.db.rows<{ id: string }>(
      `WITH wanted AS MATERIALIZED (
         SELECT DISTINCT w.unit_id, fold(w.full_name) AS name_key FROM jsonb_to_recordset($1::jsonb) AS w(unit_id uuid, full_name text))
       SELECT o.id FROM wanted w JOIN officials o ON o.unit_id = w.unit_id AND o.name_key = w.name_key
         AND o.merged_into IS NULL
       UNION SELECT o.id FROM officials o WHERE o.id = ANY($2::uuid[]) AND o.merged_into IS NULL AND ${inSubtree('o.unit_id', '$3')}`,
      [json(wanted.names.map(({ unitId, fullName }) => ({ unit_id: unitId, full_name: fullName }))), wanted.ids, scope],
    );
    const ids = found.map(({ id }) => id);
    if (ids.length === 0) return [];
    if (hold) await this.db.rows('SELECT id FROM officials WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
    return this.db.rows<OfficialFacts>(
      `SELECT ${FACTS} FROM officials o ${officialFactsJoins('$2')} WHERE o.id = ANY($1::uuid[]) ORDER BY o.id`,
      [ids, today],
    );
  }

  /** Those whom a condition on `officials o` means, unit by unit, by given name: the rows of a danh sách trích ngang. */
  async matching(where: Conditions, day: PlainDate): Promise<(OfficialFacts & { unitName: string })[]> {
    const parameter = where.value(day);
    return this.db.rows(
      `SELECT ${FACTS}, u.name AS "unitName" FROM officials o JOIN units u ON u.id = o.unit_id ${officialFactsJoins(parameter)}
       WHERE ${where.sql} ORDER BY u.name, u.id, ${NAME_ORDER}`,
      where.values,
    );
  }

  /** Records people with their posts and levels, as known from the beginning. */
  async insert(people: readonly BulkOfficial[]): Promise<void> {
    if (people.length === 0) return;
    const rows = json(people);
    await this.db.rows(
      `INSERT INTO officials (id, unit_id, cell_id, full_name, gender, born_on, birth_year, ethnic_group, home_place, membership,
         probationary_on, full_member_on, status, version)
       SELECT id, "unitId", "cellId", "fullName", gender, "bornOn", "birthYear", "ethnicGroup", "homePlace", membership,
         "probationaryOn", "fullMemberOn", 'working', 1
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "unitId" uuid, "cellId" uuid, "fullName" text, gender text, "bornOn" date,
         "birthYear" smallint, "ethnicGroup" text, "homePlace" text, membership text, "probationaryOn" date, "fullMemberOn" date)`,
      [rows],
    );
    await this.db.rows(
      `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
       SELECT uuidv7(), id, "unitId", post, category, true, daterange(NULL, NULL)
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "unitId" uuid, post text, category text)`,
      [rows],
    );
    await this.db.rows(
      `INSERT INTO qualifications (id, official_id, kind, level, major)
       SELECT uuidv7(), p.id, l.kind, l.level, l.major
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "professionalLevel" text, major text, "llctLevel" text)
       CROSS JOIN LATERAL (VALUES ('professional', p."professionalLevel", p.major), ('llct', p."llctLevel", NULL)) AS l(kind, level, major)
       WHERE l.level IS NOT NULL`,
      [rows],
    );
  }

  /** Changes records; a post that changes ends the day before and a new one begins. */
  async change(changes: readonly BulkChange[], today: PlainDate): Promise<void> {
    if (changes.length === 0) return;
    await this.db.write(
      `UPDATE officials o SET full_name = coalesce(c."fullName", o.full_name), gender = coalesce(c.gender, o.gender),
         born_on = CASE WHEN c."birthYear" IS NULL THEN o.born_on ELSE c."bornOn" END, birth_year = coalesce(c."birthYear", o.birth_year),
         ethnic_group = coalesce(c."ethnicGroup", o.ethnic_group), home_place = coalesce(c."homePlace", o.home_place),
         membership = CASE WHEN c."fullMemberOn" IS NOT NULL THEN 'full'
           WHEN c."probationaryOn" IS NOT NULL AND o.membership <> 'full' THEN 'probationary' ELSE o.membership END,
         probationary_on = coalesce(c."probationaryOn", o.probationary_on), full_member_on = coalesce(c."fullMemberOn", o.full_member_on),
         unit_id = coalesce(c."unitId", o.unit_id), cell_id = CASE WHEN c."unitId" IS NULL THEN o.cell_id ELSE c."cellId" END,
         version = o.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, "fullName" text, gender text, "birthYear" smallint, "bornOn" date,
         "ethnicGroup" text, "homePlace" text, "probationaryOn" date, "fullMemberOn" date, "unitId" uuid, "cellId" uuid)
       WHERE o.id = c.id`,
      [json(changes)],
    );
    await this.changePosts(changes, today);
  }

  private async changePosts(changes: readonly BulkChange[], today: PlainDate): Promise<void> {
    const posts = changes.flatMap(({ id, post }) => (post ? [{ id, ...post }] : []));
    if (posts.length === 0) return;
    const ids = posts.map(({ id }) => id);
    await this.db.write(
      `DELETE FROM official_posts WHERE official_id = ANY($1::uuid[]) AND main AND held @> $2::date AND lower(held) = $2::date`,
      [ids, today],
    );
    await this.db.write(
      `UPDATE official_posts SET held = daterange(lower(held), $2::date)
       WHERE official_id = ANY($1::uuid[]) AND main AND held @> $2::date`,
      [ids, today],
    );
    await this.db.rows(
      `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
       SELECT uuidv7(), id, "unitId", title, category, true, daterange($2::date, NULL)
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "unitId" uuid, title text, category text)`,
      [json(posts), today],
    );
  }

  /** Adds levels gained, and puts right those that were recorded too high or with another major. */
  async setLevels(levels: readonly BulkLevel[], today: PlainDate): Promise<void> {
    const gained = levels.filter(({ how }) => how === 'gain');
    const corrected = levels.filter(({ how }) => how === 'correct');
    if (corrected.length > 0) {
      await this.db.rows(
        `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS c("officialId" uuid, kind text, level text, major text, rank int)),
         held AS (SELECT q.id, w.level, w.major, row_number() OVER (PARTITION BY q.official_id, q.kind ORDER BY q.rank DESC, q.id) AS place,
             q.rank > w.rank AS above
           FROM wanted w JOIN qualifications q ON q.official_id = w."officialId" AND q.kind = w.kind),
         put_right AS (UPDATE qualifications q SET level = h.level, major = coalesce(h.major, q.major) FROM held h
           WHERE q.id = h.id AND h.place = 1),
         gone AS (DELETE FROM qualifications q USING held h WHERE q.id = h.id AND h.place > 1 AND h.above)
         SELECT 1`,
        [json(corrected)],
      );
    }
    if (gained.length > 0) {
      await this.db.rows(
        `INSERT INTO qualifications (id, official_id, kind, level, major, obtained_on)
         SELECT uuidv7(), "officialId", kind, level, major, $2::date
         FROM jsonb_to_recordset($1::jsonb) AS l("officialId" uuid, kind text, level text, major text)`,
        [json(gained), today],
      );
    }
  }
}

const json = (rows: readonly object[]): string => JSON.stringify(rows);
