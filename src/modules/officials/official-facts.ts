import type { PlainDate } from '../../kernel/plain-date.js';
import { officialFactsJoins } from './official.sql.js';
import type { Category, Gender, LlctLevel, ManagementLevel, Membership, ProfessionalLevel } from './official.types.js';

/** What is recorded of an official, flat: one row of a danh sách trích ngang. */
export interface OfficialFacts {
  readonly id: string;
  readonly unitId: string;
  readonly cellId: string | null;
  readonly fullName: string;
  readonly otherName: string | null;
  readonly gender: Gender;
  readonly bornOn: PlainDate | null;
  readonly birthYear: number | null;
  /** As they are kept: see `OfficialNumbers`. */
  readonly citizenIdSealed: Buffer | null;
  readonly partyCardSealed: Buffer | null;
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
  readonly managementLevel: ManagementLevel | null;
  /** What the newest certificate of a language, and of computing, says. */
  readonly language: string | null;
  readonly it: string | null;
  /** How many posts the person is planned for, and when that was last confirmed. */
  readonly plannings: number;
  readonly planningConfirmedOn: PlainDate | null;
}

type Kept =
  'llctConferred' | 'post' | 'category' | 'citizenIdSealed' | 'partyCardSealed' | 'plannings' | 'planningConfirmedOn';

/** Somebody to record, all at once. The numbers are given as digits and sealed on the way in. */
export interface BulkOfficial extends Omit<OfficialFacts, Kept> {
  readonly membership: Membership;
  readonly post: string;
  readonly category: Category;
  readonly citizenId: string | null;
  readonly partyCard: string | null;
}

/** What changes of one official; what stays as it is is null. */
export interface BulkChange {
  readonly id: string;
  readonly fullName: string | null;
  readonly otherName: string | null;
  readonly gender: Gender | null;
  /** Of a birth that changes, with the day where it is known. */
  readonly birthYear: number | null;
  readonly bornOn: PlainDate | null;
  readonly citizenId: string | null;
  readonly partyCard: string | null;
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

/** The columns of `OfficialFacts`, with the joins of `officialRowJoins`. */
export const OFFICIAL_FACTS = `o.id, o.unit_id AS "unitId", o.cell_id AS "cellId", o.full_name AS "fullName",
  o.other_name AS "otherName", o.gender, o.born_on AS "bornOn",
  coalesce(o.birth_year, extract(year FROM o.born_on)::int) AS "birthYear", o.citizen_id_sealed AS "citizenIdSealed",
  o.party_card_sealed AS "partyCardSealed", o.ethnic_group AS "ethnicGroup",
  o.home_place AS "homePlace", o.probationary_on AS "probationaryOn", o.full_member_on AS "fullMemberOn", post.title AS post,
  post.category, professional.level AS "professionalLevel", professional.major, llct.level AS "llctLevel",
  EXISTS (SELECT 1 FROM qualifications q WHERE q.official_id = o.id AND q.kind = 'llct' AND q.nomination_id IS NOT NULL) AS "llctConferred",
  management.level AS "managementLevel", certificate.language, certificate.it,
  planning.count AS plannings, planning.confirmed_on AS "planningConfirmedOn"`;

/** Those of `officialFactsJoins`, and what else stands in a row: state management, certificates, planning. */
export const officialRowJoins = (day: string): string => `${officialFactsJoins(day)}
  LEFT JOIN LATERAL (SELECT q.level FROM qualifications q
    WHERE q.official_id = o.id AND q.kind = 'state-management' AND (q.obtained_on IS NULL OR q.obtained_on <= ${day}::date)
    ORDER BY q.rank DESC LIMIT 1) management ON true
  LEFT JOIN LATERAL (SELECT (array_agg(q.level ORDER BY q.obtained_on DESC NULLS LAST, q.id DESC) FILTER (WHERE q.kind = 'language'))[1] AS language,
      (array_agg(q.level ORDER BY q.obtained_on DESC NULLS LAST, q.id DESC) FILTER (WHERE q.kind = 'it'))[1] AS it
    FROM qualifications q
    WHERE q.official_id = o.id AND q.kind IN ('language', 'it') AND (q.obtained_on IS NULL OR q.obtained_on <= ${day}::date)) certificate ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS count, max(p.confirmed_on) AS confirmed_on FROM official_plannings p
    WHERE p.official_id = o.id) planning ON true`;
