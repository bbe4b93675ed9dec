import type { TestDatabase } from '../support/database.js';

/** Everything of places that does not agree: counters with the ledger, parts with wholes, grants, holds, nominations. */
export const placesDifferences = (database: TestDatabase): Promise<object[]> =>
  database.rows(`
    WITH moved AS (
      SELECT a.quota_id, a.bucket, sum(a.n) AS n FROM (
        SELECT quota_id, to_bucket AS bucket, places AS n FROM quota_entries UNION ALL SELECT quota_id, from_bucket, -places FROM quota_entries) a
      GROUP BY 1, 2
    ), counted AS (
      SELECT q.id, c.bucket, c.n FROM quotas q CROSS JOIN LATERAL (VALUES ('above', -q.places), ('free', q.free), ('passed', q.passed_on),
        ('held', q.held), ('reserved', q.reserved), ('taken', q.taken)) c(bucket, n)
    )
    SELECT 'ledger-' || c.bucket AS what, c.id, coalesce(m.n, 0)::bigint AS expected, c.n::bigint AS found
    FROM counted c LEFT JOIN moved m ON m.quota_id = c.id AND m.bucket = c.bucket WHERE coalesce(m.n, 0) <> c.n
    UNION ALL SELECT 'parts', q.id, q.passed_on, s.n FROM quotas q CROSS JOIN LATERAL (
      SELECT coalesce(sum(c.places), 0)::bigint AS n FROM quotas c WHERE c.parent_id = q.id) s WHERE s.n <> q.passed_on
    UNION ALL SELECT 'grants', g.id, g.places - g.cut, e.n FROM quota_grants g CROSS JOIN LATERAL (
      SELECT coalesce(sum(CASE e.from_bucket WHEN 'above' THEN e.places ELSE -e.places END), 0)::bigint AS n
      FROM quota_entries e WHERE e.grant_id = g.id) e WHERE e.n <> g.places - g.cut
    UNION ALL SELECT 'holds', q.id, q.held, h.n FROM quotas q CROSS JOIN LATERAL (
      SELECT coalesce(sum(h.unnamed), 0)::bigint AS n FROM quota_holds h WHERE h.quota_id = q.id) h WHERE h.n <> q.held
    UNION ALL SELECT 'nominations', q.id, n.n, e.n FROM quotas q CROSS JOIN LATERAL (
        SELECT count(*) AS n FROM nominations n WHERE n.quota_id = q.id AND n.place <> 'none') n CROSS JOIN LATERAL (
        SELECT coalesce(sum(CASE WHEN e.to_bucket IN ('reserved', 'taken') THEN e.places ELSE 0 END
          - CASE WHEN e.from_bucket IN ('reserved', 'taken') THEN e.places ELSE 0 END), 0)::bigint AS n
        FROM quota_entries e WHERE e.quota_id = q.id AND e.nomination_id IS NOT NULL) e WHERE n.n <> e.n`);
