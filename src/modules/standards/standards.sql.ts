/** The paper a standard comes from, and when it holds: joined `standards` rows as `KnownStandard`. */
export const STANDARD_COLUMNS = `s.id, s.category, s.post_title AS "postTitle", s.post_key AS "postKey", s.area,
  lower(s.valid) AS "from", upper(s.valid) - 1 AS "to", s.source, s.source_number AS "sourceNumber",
  s.source_date AS "sourceDate", s.confirmed, s.version,
  jsonb_build_object('professional', s.professional_minimum, 'llct', s.llct_minimum, 'management', s.management_minimum) AS minimum`;

/** The highest state-management training of an official `o` on a day, joined as `management`; the first rows decide. */
export const managementJoin = (day: string): string => `
  LEFT JOIN LATERAL (SELECT q.level FROM qualifications q
    WHERE q.official_id = o.id AND q.kind = 'state-management' AND (q.obtained_on IS NULL OR q.obtained_on <= ${day}::date)
    ORDER BY level_rank(q.kind, q.level) DESC NULLS LAST LIMIT 1) management ON true`;
