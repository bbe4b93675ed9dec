/** The ledger's first entries, from the numbers that stood there before it: none is lost and none is made. */
export const OPENING = {
  /** Keeps the old numbers aside and empties the rows, so that entries fill them again. */
  remember: `
    CREATE TEMP TABLE opening ON COMMIT DROP AS
      SELECT q.id, q.places, q.taken, (SELECT count(*)::int FROM nominations n WHERE n.quota_id = q.id AND n.place <> 'none') AS alive
      FROM quotas q;
    -- A row that counted more than its nominations keeps the difference as used; one that counted fewer gets the places.
    UPDATE opening SET places = greatest(places, alive);
    UPDATE quotas SET places = 0, taken = 0;

    -- The rows of boards, which hold what is granted: the nearest unit from each row up that has a board's account.
    INSERT INTO quotas (id, program_id, period, unit_id, places, is_reserve)
    SELECT gen_random_uuid(), b.program_id, b.period, b.board, 0, true FROM (
      SELECT DISTINCT q.program_id, q.period, coalesce((SELECT p.id FROM unnest(u.path) WITH ORDINALITY AS p(id, n)
          WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.unit_id = p.id AND a.role = 'board') ORDER BY p.n DESC LIMIT 1), u.path[1]) AS board
      FROM quotas q JOIN units u ON u.id = q.unit_id) b
    ON CONFLICT ON CONSTRAINT quota_once_per_unit DO UPDATE SET is_reserve = true;
    INSERT INTO opening SELECT q.id, 0, 0, 0 FROM quotas q WHERE NOT EXISTS (SELECT 1 FROM opening o WHERE o.id = q.id);
    UPDATE quotas q SET parent_id = (SELECT a.id FROM units u JOIN quotas a ON a.unit_id = ANY(u.path) AND a.unit_id <> u.id
        AND a.program_id = q.program_id AND a.period = q.period
      WHERE u.id = q.unit_id ORDER BY array_position(u.path, a.unit_id) DESC LIMIT 1);
  `,
  /** Each row's own places and those of all below it come in from above; what nominations hold is reserved or taken. */
  post: `
    WITH RECURSIVE below AS (
      SELECT id AS top, id FROM quotas UNION ALL SELECT b.top, q.id FROM quotas q JOIN below b ON q.parent_id = b.id
    ), whole AS (
      SELECT q.id, q.parent_id, q.program_id, q.period, q.unit_id, sum(o.places)::int AS places
      FROM quotas q JOIN below b ON b.top = q.id JOIN opening o ON o.id = b.id GROUP BY q.id HAVING sum(o.places) > 0
    ), granted AS (
      INSERT INTO quota_grants (id, program_id, period, unit_id, places, note, created_at)
      SELECT gen_random_uuid(), program_id, period, unit_id, least(places, 10000), 'Số liệu có từ trước khi mở sổ chỉ tiêu', now() FROM whole WHERE parent_id IS NULL
      RETURNING id, program_id, period, unit_id
    ), entry AS (
      SELECT 1 AS step, w.id AS quota, 'grant' AS kind, 'above' AS from_bucket, 'free' AS to_bucket, w.places, NULL::uuid AS other,
        NULL::uuid AS nomination, g.id AS grant_id
      FROM whole w JOIN granted g USING (program_id, period, unit_id) WHERE w.parent_id IS NULL
      UNION ALL SELECT 2, w.parent_id, 'allocate', 'free', 'passed', w.places, w.id, NULL, NULL FROM whole w WHERE w.parent_id IS NOT NULL
      UNION ALL SELECT 3, w.id, 'allocate', 'above', 'free', w.places, w.parent_id, NULL, NULL FROM whole w WHERE w.parent_id IS NOT NULL
      UNION ALL SELECT 4, n.quota_id, CASE WHEN n.state IN ('submitted', 'returned') THEN 'reserve' ELSE 'take' END, 'free',
        CASE WHEN n.state IN ('submitted', 'returned') THEN 'reserved' ELSE 'taken' END, 1, NULL, n.id, NULL
      FROM nominations n WHERE n.quota_id IS NOT NULL AND n.place <> 'none'
      UNION ALL SELECT 5, o.id, 'take', 'free', 'taken', o.taken - o.alive, NULL, NULL, NULL FROM opening o WHERE o.taken > o.alive
    )
    INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, other_quota_id, nomination_id, grant_id, reason)
    SELECT now(), kind, quota, from_bucket, to_bucket, places, other, nomination, grant_id, 'Số dư khi mở sổ'
    FROM entry ORDER BY step, quota;
    DROP TABLE opening;
    -- Later migrations of the same transaction may change these tables again.
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
  `,
};
