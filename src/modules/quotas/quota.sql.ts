/**
 * SQL of the quota that a nomination in the name of a unit takes from: the unit's own, or that of the nearest unit
 * above it. Gives `id`, `places` and `taken`.
 * @param unit SQL of the called unit's id; program and period likewise.
 */
export const quotaOfUnit = (unit: string, program: string, period: string): string => `
  SELECT q.id, q.places, q.taken FROM quotas q JOIN units own ON own.id = ${unit}
  WHERE q.program_id = ${program} AND q.period = ${period} AND q.unit_id = ANY(own.path)
  ORDER BY array_position(own.path, q.unit_id) DESC LIMIT 1`;
