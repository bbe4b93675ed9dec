/**
 * SQL that is true for rows whose unit stands in the subtree of another unit: how every read and write of unit-owned
 * rows is kept to its caller's part of the tree.
 * @param column the row's unit, e.g. `o.unit_id`.
 * @param parameter the top of the subtree, e.g. `$1`.
 */
export const inSubtree = (column: string, parameter: string): string =>
  `${column} IN (SELECT scope.id FROM units scope WHERE scope.path @> ARRAY[${parameter}::uuid])`;

/**
 * SQL that is true for rows whose unit stood, on a day, in the part of the tree that is a unit's: the map of that day, not
 * today's. A unit that did not exist yet looks at what it was made of.
 * @param column the row's unit. @param parameter the unit of today, e.g. `$1`. @param day e.g. `$2`.
 */
export const inSubtreeAsOf = (column: string, parameter: string, day: string): string =>
  `${column} IN (SELECT units_in_scope_as_of(${parameter}::uuid, ${day}::date))`;

/** SQL that is true for units that have not ended. @param alias of the `units` row. */
export const standing = (alias: string): string => `${alias}.valid_to IS NULL`;

/** SQL of a unit as other things name it: `{id, code, name}`. @param alias of the joined `units` row. */
export const unitRefSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name)`;
