import { inSubtree, unitRefSql } from '../units/index.js';

/**
 * SQL that is true for officials who work, or whose Party cell stands, in the subtree of a unit; a record that was
 * merged into another is nobody's any more.
 */
export const officialInScope = (alias: string, parameter: string): string =>
  `(${alias}.merged_into IS NULL AND (${inSubtree(`${alias}.unit_id`, parameter)} OR ${inSubtree(`${alias}.cell_id`, parameter)}))`;

/** The same for a part of the tree whose units are known: an array that the indexes by unit and by cell can be asked for. */
export const officialInUnits = (alias: string, parameter: string): string =>
  `(${alias}.merged_into IS NULL AND (${alias}.unit_id = ANY(${parameter}::uuid[]) OR ${alias}.cell_id = ANY(${parameter}::uuid[])))`;

/** The main post and the levels of an official `o` on a day: joins that give `post`, `professional` and `llct`. */
export const officialFactsJoins = (day: string): string => `
  LEFT JOIN LATERAL (SELECT p.title, p.category, p.unit_id FROM official_posts p
    WHERE p.official_id = o.id AND p.main AND p.held @> ${day}::date) post ON true
  LEFT JOIN LATERAL (SELECT q.level, q.major, q.rank FROM qualifications q
    WHERE q.official_id = o.id AND q.kind = 'professional' AND (q.obtained_on IS NULL OR q.obtained_on <= ${day}::date)
    ORDER BY q.rank DESC LIMIT 1) professional ON true
  LEFT JOIN LATERAL (SELECT q.level, q.rank FROM qualifications q
    WHERE q.official_id = o.id AND q.kind = 'llct' AND (q.obtained_on IS NULL OR q.obtained_on <= ${day}::date)
    ORDER BY q.rank DESC LIMIT 1) llct ON true`;

/** Columns of `OfficialView`, with `u` and `c` the joined unit and cell and the joins of `officialFactsJoins`. */
export const OFFICIAL_COLUMNS = `o.id, o.full_name AS "fullName", o.gender, o.born_on AS "bornOn",
  coalesce(o.birth_year, extract(year FROM o.born_on)::int) AS "birthYear", o.unit_id AS "unitId", ${unitRefSql('u')} AS unit,
  CASE WHEN c.id IS NULL THEN NULL ELSE ${unitRefSql('c')} END AS cell, post.title AS post, post.category,
  professional.level AS "professionalLevel", professional.major AS "professionalMajor", llct.level AS "llctLevel", o.status`;

/** The tables those columns come from. */
export const officialTables = (day: string): string =>
  `officials o JOIN units u ON u.id = o.unit_id LEFT JOIN units c ON c.id = o.cell_id ${officialFactsJoins(day)}`;

/** Vietnamese order of names: given, middle, family. */
export const NAME_ORDER = 'o.given_name, o.middle_name, o.family_name, o.id';

/** SQL of what is known of an official's Party membership: null where the record says nothing. */
export const MEMBERSHIP_KNOWN = `CASE WHEN o.membership <> 'none' OR o.membership_stated THEN o.membership END`;
