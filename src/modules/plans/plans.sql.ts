import { inSubtree } from '../units/index.js';

/** SQL of how a plan `p` stands: by how many of its versions were approved. */
export const PLAN_STATE = `(SELECT CASE count(*) WHEN 0 THEN 'draft' WHEN 1 THEN 'approved' ELSE 'revised' END
  FROM plan_versions s WHERE s.plan_id = p.id AND s.state = 'approved')`;

/** SQL that is true for the version `v` that is in force: the last that was approved. */
export const IN_FORCE = `v.state = 'approved' AND NOT EXISTS (SELECT 1 FROM plan_versions later
  WHERE later.plan_id = v.plan_id AND later.state = 'approved' AND later.number > v.number)`;

/** SQL of how a version `v` stands. */
export const VERSION_STATE = `CASE WHEN v.state = 'draft' THEN 'draft' WHEN ${IN_FORCE} THEN 'approved' ELSE 'superseded' END`;

/**
 * SQL that is true for plans `p` that the reader may know of: those of `$1` and of units below it, drafts only where `$2`
 * says so; and those of the units above, once approved.
 */
export const PLAN_IN_SCOPE = `(${inSubtree('p.unit_id', '$1')} AND $2::boolean
  OR (${inSubtree('p.unit_id', '$1')} OR p.unit_id IN (SELECT unnest(above.path) FROM units above WHERE above.id = $1::uuid))
    AND EXISTS (SELECT 1 FROM plan_versions approved WHERE approved.plan_id = p.id AND approved.state = 'approved'))`;

/**
 * SQL that is true for lines `l` of plans `p` that the reader `$1` may see: all of plans of its own units; of a plan from
 * above those of its own units, and those for all.
 */
export const LINE_IN_SCOPE = `(${inSubtree('p.unit_id', '$1')} OR ${inSubtree('l.unit_id', '$1')}
  OR l.unit_id IN (SELECT unnest(above.path) FROM units above WHERE above.id = $1::uuid))`;
