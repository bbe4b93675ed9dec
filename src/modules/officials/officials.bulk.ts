import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { inSubtree } from '../units/index.js';
import { NAME_ORDER } from './official.sql.js';
import {
  type BulkChange,
  type BulkOfficial,
  OFFICIAL_FACTS,
  type OfficialFacts,
  officialRowJoins,
} from './official-facts.js';
import { OfficialNumbers } from './official-numbers.js';
import type { SecretNumber } from './rules/numbers.js';

/** A level that an official has according to a newer list. */
export interface BulkLevel {
  readonly officialId: string;
  readonly kind: 'professional' | 'llct' | 'state-management';
  readonly level: string;
  readonly major: string | null;
  /** Its place on the ladder, from 1. */
  readonly rank: number;
  /** `gain` adds it from today on; `correct` says that what was recorded was never so. */
  readonly how: 'gain' | 'correct';
}

/** What a certificate without a ladder says according to a newer list. */
export interface BulkCertificate {
  readonly officialId: string;
  readonly kind: 'language' | 'it';
  readonly level: string;
}

/** Who has a number, and whether they work in the asker's part of the tree. */
export interface NumberHolder {
  readonly id: string;
  readonly within: boolean;
}

/** Officials by the thousand: a constant number of statements, whatever the number of people. */
@Injectable()
export class OfficialsBulk {
  constructor(
    private readonly db: Database,
    private readonly numbers: OfficialNumbers,
  ) {}

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
      `SELECT ${OFFICIAL_FACTS} FROM officials o ${officialRowJoins('$2')} WHERE o.id = ANY($1::uuid[]) ORDER BY o.id`,
      [ids, today],
    );
  }

  /** Who has these numbers, anywhere in the whole tree: a number is one person's. @param digits of one kind of number */
  async holders(kind: SecretNumber, digits: readonly string[], scope: string): Promise<Map<string, NumberHolder>> {
    const byHash = new Map(
      digits.flatMap((number) =>
        this.numbers.hashes(kind, number).map((hash) => [hash.toString('hex'), number] as const),
      ),
    );
    if (byHash.size === 0) return new Map();
    const found = await this.db.rows<NumberHolder & { hash: string }>(
      `SELECT o.id, ${inSubtree('o.unit_id', '$2')} AS within, encode(o.${KEY_COLUMNS[kind]}, 'hex') AS hash FROM officials o
       WHERE o.merged_into IS NULL AND o.${KEY_COLUMNS[kind]} = ANY($1::bytea[])`,
      [[...byHash.keys()].map((hash) => Buffer.from(hash, 'hex')), scope],
    );
    return new Map(found.map(({ hash, ...holder }) => [byHash.get(hash) ?? '', holder]));
  }

  /** Those whom a condition on `officials o` means, unit by unit, by given name: the rows of a danh sách trích ngang. */
  async matching(where: Conditions, day: PlainDate): Promise<(OfficialFacts & { unitName: string })[]> {
    const parameter = where.value(day);
    return this.db.rows(
      `SELECT ${OFFICIAL_FACTS}, u.name AS "unitName" FROM officials o JOIN units u ON u.id = o.unit_id ${officialRowJoins(parameter)}
       WHERE ${where.sql} ORDER BY u.name, u.id, ${NAME_ORDER}`,
      where.values,
    );
  }

  /** Records people with their posts and levels, as known from the beginning. */
  async insert(people: readonly BulkOfficial[]): Promise<void> {
    if (people.length === 0) return;
    const rows = json(people.map((person) => this.sealed(person)));
    await this.db.rows(
      `INSERT INTO officials (id, unit_id, cell_id, full_name, other_name, gender, born_on, birth_year, ethnic_group, home_place,
         membership, probationary_on, full_member_on, citizen_id_sealed, citizen_id_key, party_card_sealed, party_card_key, status, version)
       SELECT id, "unitId", "cellId", "fullName", "otherName", gender, "bornOn", "birthYear", "ethnicGroup", "homePlace",
         membership, "probationaryOn", "fullMemberOn", "citizenIdSealed", "citizenIdKey", "partyCardSealed", "partyCardKey", 'working', 1
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "unitId" uuid, "cellId" uuid, "fullName" text, "otherName" text, gender text,
         "bornOn" date, "birthYear" smallint, "ethnicGroup" text, "homePlace" text, membership text, "probationaryOn" date,
         "fullMemberOn" date, ${SEALED})`,
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
       FROM jsonb_to_recordset($1::jsonb) AS p(id uuid, "professionalLevel" text, major text, "llctLevel" text,
         "managementLevel" text, language text, it text)
       CROSS JOIN LATERAL (VALUES ('professional', p."professionalLevel", p.major), ('llct', p."llctLevel", NULL),
         ('state-management', p."managementLevel", NULL), ('language', p.language, NULL), ('it', p.it, NULL)) AS l(kind, level, major)
       WHERE l.level IS NOT NULL`,
      [rows],
    );
  }

  /** Changes records; a post that changes ends the day before and a new one begins. */
  async change(changes: readonly BulkChange[], today: PlainDate): Promise<void> {
    if (changes.length === 0) return;
    await this.db.write(
      `UPDATE officials o SET full_name = coalesce(c."fullName", o.full_name),
         other_name = coalesce(c."otherName", o.other_name), gender = coalesce(c.gender, o.gender),
         born_on = CASE WHEN c."birthYear" IS NULL THEN o.born_on ELSE c."bornOn" END, birth_year = coalesce(c."birthYear", o.birth_year),
         ethnic_group = coalesce(c."ethnicGroup", o.ethnic_group), home_place = coalesce(c."homePlace", o.home_place),
         membership = CASE WHEN c."fullMemberOn" IS NOT NULL THEN 'full'
           WHEN c."probationaryOn" IS NOT NULL AND o.membership <> 'full' THEN 'probationary' ELSE o.membership END,
         probationary_on = coalesce(c."probationaryOn", o.probationary_on), full_member_on = coalesce(c."fullMemberOn", o.full_member_on),
         unit_id = coalesce(c."unitId", o.unit_id), cell_id = CASE WHEN c."unitId" IS NULL THEN o.cell_id ELSE c."cellId" END,
         citizen_id_sealed = coalesce(c."citizenIdSealed", o.citizen_id_sealed), citizen_id_key = coalesce(c."citizenIdKey", o.citizen_id_key),
         party_card_sealed = coalesce(c."partyCardSealed", o.party_card_sealed), party_card_key = coalesce(c."partyCardKey", o.party_card_key),
         version = o.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, "fullName" text, "otherName" text, gender text, "birthYear" smallint,
         "bornOn" date, "ethnicGroup" text, "homePlace" text, "probationaryOn" date, "fullMemberOn" date, "unitId" uuid, "cellId" uuid,
         ${SEALED})
       WHERE o.id = c.id`,
      [json(changes.map((change) => this.sealed(change)))],
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

  /** Says what the newest certificate of a kind says; one with a paper of its own stays, and another follows it. */
  async setCertificates(certificates: readonly BulkCertificate[], today: PlainDate): Promise<void> {
    if (certificates.length === 0) return;
    await this.db.rows(
      `WITH wanted AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS c("officialId" uuid, kind text, level text)),
       newest AS (SELECT DISTINCT ON (q.official_id, q.kind) q.id, q.official_id, q.kind,
           q.file_id IS NOT NULL OR q.nomination_id IS NOT NULL OR q.certificate_number IS NOT NULL AS documented
         FROM wanted w JOIN qualifications q ON q.official_id = w."officialId" AND q.kind = w.kind
         WHERE q.obtained_on IS NULL OR q.obtained_on <= $2::date
         ORDER BY q.official_id, q.kind, q.obtained_on DESC NULLS LAST, q.id DESC),
       put_right AS (UPDATE qualifications q SET level = w.level FROM newest n JOIN wanted w ON w."officialId" = n.official_id AND w.kind = n.kind
         WHERE q.id = n.id AND NOT n.documented)
       INSERT INTO qualifications (id, official_id, kind, level, obtained_on)
       SELECT uuidv7(), w."officialId", w.kind, w.level, CASE WHEN n.id IS NOT NULL THEN $2::date END
       FROM wanted w LEFT JOIN newest n ON n.official_id = w."officialId" AND n.kind = w.kind
       WHERE n.id IS NULL OR n.documented`,
      [json(certificates), today],
    );
  }

  /** Says of which day the plannings of people were last confirmed. */
  async confirmPlannings(confirmed: readonly { officialId: string; confirmedOn: PlainDate }[]): Promise<void> {
    if (confirmed.length === 0) return;
    await this.db.write(
      `UPDATE official_plannings p SET confirmed_on = c."confirmedOn"
       FROM jsonb_to_recordset($1::jsonb) AS c("officialId" uuid, "confirmedOn" date) WHERE p.official_id = c."officialId"`,
      [json(confirmed)],
    );
  }

  /** A person, or a change of one, with the numbers as they are kept. */
  private sealed({ citizenId, partyCard, ...rest }: BulkOfficial | BulkChange): object {
    const columns = this.numbers.columns({ citizenId, partyCard });
    const hex = (bytes: Buffer | null): string | null => bytes && `\\x${bytes.toString('hex')}`;
    return { ...rest, ...Object.fromEntries(Object.entries(columns).map(([name, bytes]) => [name, hex(bytes)])) };
  }
}

const KEY_COLUMNS: Readonly<Record<SecretNumber, string>> = {
  citizenId: 'citizen_id_key',
  partyCard: 'party_card_key',
};
const SEALED = `"citizenIdSealed" bytea, "citizenIdKey" bytea, "partyCardSealed" bytea, "partyCardKey" bytea`;

const json = (rows: readonly object[]): string => JSON.stringify(rows);
