/** SQL of a program as its view shows it. @param alias of the joined `programs` row. */
export const programRefSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name, 'kind', ${alias}.kind,
    'needsQuota', ${alias}.needs_quota, 'confersLlctLevel', ${alias}.confers_llct_level)`;
