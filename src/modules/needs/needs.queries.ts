import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Database } from '../../platform/database/database.js';
import { COMMUNE_KINDS, type UnitRef } from '../units/index.js';
import type { BirthFacts } from './rules/retirement.js';

/** What decides whether a person still counts. */
export interface PersonRow extends BirthFacts {
  id: string;
  status: string;
}

/** A post that somebody is planned for, with the day by which they must meet what it asks for. */
export interface PlanningRow {
  officialId: string;
  title: string;
  postKey: string;
  category: string;
  area: string | null;
  by: PlainDate;
}

/** A unit of the day's map, under the commune that counts for it (or itself), with the ids of all units above it. */
export interface PlaceRow {
  unitId: string;
  path: string[];
  group: UnitRef;
}

/** Facts for finding needs; reads officials, official_statuses and official_plannings besides the room's own sources. */
@Injectable()
export class NeedsQueries {
  constructor(private readonly db: Database) {}

  /** Birth and status on a day of these people. */
  people(ids: readonly string[], day: PlainDate): Promise<PersonRow[]> {
    return this.db.rows<PersonRow>(
      `SELECT o.id, o.gender, o.born_on AS "bornOn", o.birth_year AS "birthYear", coalesce(s.status, o.status) AS status
       FROM officials o LEFT JOIN official_statuses s ON s.official_id = o.id AND s.held @> $2::date
       WHERE o.id = ANY($1::uuid[])`,
      [ids, day],
    );
  }

  /** Posts that these people are planned for, to be met within a period. */
  plannings(ids: readonly string[], from: PlainDate, until: PlainDate): Promise<PlanningRow[]> {
    return this.db.rows<PlanningRow>(
      `SELECT p.official_id AS "officialId", p.title, fold(p.title) AS "postKey", p.category, a.area,
         greatest(p.must_meet_by, $2::date) AS by
       FROM official_plannings p JOIN officials o ON o.id = p.official_id
       LEFT JOIN unit_areas($2::date) a ON a.unit_id = coalesce(p.unit_id, o.unit_id)
       WHERE p.official_id = ANY($1::uuid[]) AND p.must_meet_by <= $3::date`,
      [ids, from, until],
    );
  }

  /** The map of a day. */
  places(day: PlainDate): Promise<PlaceRow[]> {
    return this.db.rows<PlaceRow>(
      `WITH map AS MATERIALIZED (SELECT * FROM units_as_of($1::date))
       SELECT m.id AS "unitId", m.path, jsonb_build_object('id', coalesce(c.id, m.id), 'code', coalesce(c.code, m.code),
         'name', coalesce(c.name, m.name)) AS "group"
       FROM map m LEFT JOIN map c ON c.id = ANY(m.path) AND c.kind = ANY($2::text[])`,
      [day, COMMUNE_KINDS],
    );
  }
}
