import { MEMBERSHIP_KNOWN } from '../officials/index.js';

/**
 * SQL of `OfficialFacts` of an official `o` whose unit is joined as `u`, with `officialFactsJoins` of the same day.
 * @param day today. @param program of the rules. @param course the class asked about, or `NULL::uuid` for none.
 */
export const eligibilityFactsSql = (day: string, program: string, course: string): string =>
  `jsonb_build_object('gender', o.gender, 'bornOn', o.born_on, 'birthYear', o.birth_year, 'ethnicGroup', o.ethnic_group,
    'membership', ${MEMBERSHIP_KNOWN}, 'schooling', o.schooling, 'probationaryOn', o.probationary_on, 'fullMemberOn', o.full_member_on,
    'category', post.category, 'postKey', fold(post.title),
    'postSince', (SELECT lower(held.held) FROM official_posts held WHERE held.official_id = o.id AND held.main AND held.held @> ${day}::date),
    'plannedKeys', ARRAY(SELECT fold(plan.title) FROM official_plannings plan WHERE plan.official_id = o.id),
    'professionalLevel', professional.level, 'llctLevel', llct.level, 'unitPath', u.path,
    'fit', (SELECT jsonb_build_object('fit', f.fit, 'on', f.found_on) FROM official_fitness f WHERE f.official_id = o.id
      AND f.found_on <= ${day}::date ORDER BY f.found_on DESC LIMIT 1),
    'ratings', ARRAY(SELECT jsonb_build_object('year', r.year, 'rating', r.rating) FROM official_ratings r WHERE r.official_id = o.id),
    'sentYears', ARRAY(SELECT s.year FROM past_sendings s WHERE s.official_id = o.id AND s.program_id = ${program}
      UNION SELECT extract(year FROM lower(n.period))::int FROM nominations n JOIN courses sc ON sc.id = n.course_id
      WHERE n.official_id = o.id AND sc.program_id = ${program} AND n.course_id IS DISTINCT FROM ${course}
        AND is_trainee(n.state)),
    'studying', (SELECT jsonb_build_object('code', sc.code, 'startsOn', sc.starts_on, 'endsOn', sc.ends_on)
      FROM nominations n JOIN courses sc ON sc.id = n.course_id WHERE n.official_id = o.id AND n.course_id IS DISTINCT FROM ${course}
        AND is_accepted(n.state) AND n.period @> ${day}::date ORDER BY sc.starts_on LIMIT 1),
    'waivers', ARRAY(SELECT jsonb_build_object('rule', w.rule, 'number', w.number, 'decidedOn', lower(w.valid), 'reason', w.reason)
      FROM eligibility_waivers w WHERE w.official_id = o.id AND w.program_id = ${program} AND w.valid @> ${day}::date))`;

/** SQL of the `EligibilityRuleSet` of a program on a day, or null; it reads no official, so it is asked once a statement. */
export const eligibilityRulesSql = (program: string, mode: string, day: string): string =>
  `(SELECT eligibility_rules_on(${program}::uuid, ${mode}::text, ${day}::date))`;
