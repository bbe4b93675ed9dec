/** Columns of `ProgramVersionRef`. @param alias of the joined `program_versions` row. */
export const versionRefSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'from', lower(${alias}.valid), 'to', upper(${alias}.valid) - 1, 'level', ${alias}.level,
    'mode', ${alias}.mode, 'hours', ${alias}.hours, 'days', ${alias}.days, 'school', ${alias}.school,
    'minimumSize', ${alias}.minimum_size, 'maximumSize', ${alias}.maximum_size, 'certificateKind', ${alias}.certificate_kind,
    'confers', jsonb_build_object('llct', ${alias}.confers_llct_level, 'management', ${alias}.confers_management_level,
      'professional', ${alias}.confers_professional_level),
    'papers', (SELECT coalesce(jsonb_agg(r.kind ORDER BY r.position), '[]') FROM program_papers r WHERE r.version_id = ${alias}.id),
    'minimumAttendance', ${alias}.minimum_attendance, 'cellStep', ${alias}.cell_step, 'decisionStep', ${alias}.decision_step,
    'source', ${alias}.source, 'version', ${alias}.version)`;

/**
 * SQL of a program as its view shows it, as it was on a day.
 * @param alias of the joined `programs` row. @param day SQL of a date, e.g. `co.starts_on`.
 */
export const programRefSql = (alias: string, day: string): string =>
  `(SELECT jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name, 'kind', ${alias}.kind,
    'needsQuota', ${alias}.needs_quota, 'confersLlctLevel', pv.confers_llct_level,
    'version', CASE WHEN pv.id IS NULL THEN NULL ELSE ${versionRefSql('pv')} END)
    FROM (SELECT 1) here LEFT JOIN program_versions pv ON pv.program_id = ${alias}.id AND pv.valid @> ${day}::date)`;
