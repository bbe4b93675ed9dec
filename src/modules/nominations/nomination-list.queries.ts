import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NAME_ORDER, officialFactsJoins } from '../officials/index.js';
import { inSubtree } from '../units/index.js';
import type { NominationsQuery } from './dto/nomination.dto.js';

/** One line of a danh sách trích ngang. */
export interface NominationLine {
  fullName: string;
  gender: 'male' | 'female';
  bornOn: PlainDate | null;
  birthYear: number | null;
  ethnicGroup: string | null;
  homePlace: string | null;
  post: string | null;
  unitName: string;
  probationaryOn: PlainDate | null;
  fullMemberOn: PlainDate | null;
  professionalLevel: string | null;
  professionalMajor: string | null;
  llctLevel: string | null;
  managementLevel: string | null;
  languages: string | null;
  computing: string | null;
  place: string | null;
  state: string;
  reason: string | null;
  /** Number and date of the decisions that let the person in. */
  waivers: string | null;
  courseCode: string;
}

/** The highest or only qualification of a kind that an official `o` holds, as one text. */
const held = (kind: string): string =>
  `(SELECT string_agg(q.level, ', ' ORDER BY q.level) FROM qualifications q WHERE q.official_id = o.id AND q.kind = '${kind}')`;

/** Reads of nominations with all that the list for a decision shows of a person. */
@Injectable()
export class NominationListQueries {
  constructor(private readonly db: Database) {}

  /** Nominations by the same filters as the list, class by class, in Vietnamese order of names. @param today of the levels. */
  lines(actor: Actor, query: NominationsQuery, today: PlainDate): Promise<NominationLine[]> {
    const { courseId = null, officialId = null, unitId = null, state = null, place = null } = query;
    return this.db.rows<NominationLine>(
      `SELECT o.full_name AS "fullName", o.gender, o.born_on AS "bornOn", o.birth_year AS "birthYear",
         o.ethnic_group AS "ethnicGroup", o.home_place AS "homePlace", post.title AS post, u.name AS "unitName",
         o.probationary_on AS "probationaryOn", o.full_member_on AS "fullMemberOn", professional.level AS "professionalLevel",
         professional.major AS "professionalMajor", llct.level AS "llctLevel", management.level AS "managementLevel",
         ${held('language')} AS languages, ${held('it')} AS computing, n.place, n.state, n.reason,
         (SELECT string_agg((kept -> 'waiver' ->> 'number') || ' (' || to_char((kept -> 'waiver' ->> 'decidedOn')::date, 'DD/MM/YYYY') || ')', ', ')
           FROM jsonb_array_elements(n.verdict) kept WHERE kept ? 'waiver') AS waivers, co.code AS "courseCode"
       FROM nominations n JOIN courses co ON co.id = n.course_id JOIN officials o ON o.id = n.official_id
       JOIN units u ON u.id = o.unit_id ${officialFactsJoins('$2')}
       LEFT JOIN LATERAL (SELECT q.level FROM qualifications q WHERE q.official_id = o.id AND q.kind = 'state-management'
         ORDER BY q.rank DESC LIMIT 1) management ON true
       WHERE (${inSubtree('n.unit_id', '$1')} OR ${inSubtree('o.cell_id', '$1')}) AND ($3::uuid IS NULL OR n.course_id = $3)
         AND ($4::uuid IS NULL OR n.official_id = $4) AND ($5::uuid IS NULL OR ${inSubtree('n.unit_id', '$5')})
         AND ($6::text IS NULL OR n.state = $6) AND ($7::text IS NULL OR n.place = $7)
       ORDER BY co.code, ${NAME_ORDER}`,
      [actor.unitId, today, courseId, officialId, unitId, state, place],
    );
  }
}
