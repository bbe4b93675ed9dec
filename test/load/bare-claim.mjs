/**
 * The ceiling that the product is held against: fastify and pg, and of everything the product does the claim alone. The
 * person is at work and eligible, not on the class yet and in no class of the same days; a quota place and a seat (or a
 * place on the waitlist) are taken; the nomination, a line of the trail and a promise are written: one function call, one
 * transaction, the hot row last. No log-in, no policies, no validation, no words in the answer.
 *
 *   node test/load/bare-claim.mjs DATABASE_URL PORT
 */
import fastify from 'fastify';
import pg from 'pg';

export const BARE_SCHEMA = `
  CREATE EXTENSION btree_gist;
  CREATE TABLE officials (id uuid PRIMARY KEY, unit_id uuid NOT NULL, status text NOT NULL, membership text NOT NULL, llct_rank smallint NOT NULL);
  CREATE TABLE quotas (unit_id uuid, year int, places int NOT NULL, taken int NOT NULL DEFAULT 0, PRIMARY KEY (unit_id, year),
    CHECK (taken <= places)) WITH (fillfactor = 70);
  CREATE TABLE courses (id uuid PRIMARY KEY, state text NOT NULL, year int NOT NULL, period daterange NOT NULL, capacity int NOT NULL,
    seats_taken int NOT NULL DEFAULT 0, waitlisted int NOT NULL DEFAULT 0, CHECK (seats_taken <= capacity)) WITH (fillfactor = 70);
  CREATE TABLE nominations (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), course_id uuid NOT NULL REFERENCES courses,
    official_id uuid NOT NULL REFERENCES officials, unit_id uuid NOT NULL, place text NOT NULL, queue_no int NOT NULL,
    period daterange NOT NULL, submitted_at timestamptz NOT NULL, submitted_by text NOT NULL,
    EXCLUDE USING gist (official_id WITH =, period WITH &&));
  CREATE UNIQUE INDEX ON nominations (course_id, official_id);
  CREATE TABLE audit_entries (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), at timestamptz NOT NULL, account text, action text NOT NULL,
    subject uuid NOT NULL, data jsonb NOT NULL);
  CREATE INDEX ON audit_entries (subject, at);
  CREATE TABLE outbox (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), handler text NOT NULL, payload jsonb NOT NULL, created_at timestamptz NOT NULL);

  CREATE FUNCTION claim(p_course uuid, p_official uuid, p_account text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE who officials; c courses; made uuid; seat text; n int;
  BEGIN
    SELECT * INTO who FROM officials WHERE id = p_official AND status = 'working' AND membership = 'full' AND llct_rank < 3;
    IF NOT FOUND THEN RETURN 'refused'; END IF;
    SELECT * INTO c FROM courses WHERE id = p_course AND state = 'open';
    IF NOT FOUND THEN RETURN 'refused'; END IF;
    INSERT INTO nominations (course_id, official_id, unit_id, place, queue_no, period, submitted_at, submitted_by)
      VALUES (p_course, p_official, who.unit_id, 'waitlist', 0, c.period, now(), p_account) ON CONFLICT DO NOTHING RETURNING id INTO made;
    IF made IS NULL THEN RETURN 'conflict'; END IF;
    INSERT INTO audit_entries (at, account, action, subject, data) VALUES (now(), p_account, 'nominated', made, jsonb_build_object('course', p_course));
    INSERT INTO outbox (handler, payload, created_at) VALUES ('nominated', jsonb_build_object('nominationId', made), now());
    UPDATE quotas SET taken = taken + 1 WHERE unit_id = who.unit_id AND year = c.year AND taken < places;
    IF NOT FOUND THEN RAISE EXCEPTION 'no quota'; END IF;
    UPDATE courses SET seats_taken = seats_taken + (seats_taken < capacity)::int, waitlisted = waitlisted + (seats_taken >= capacity)::int
      WHERE id = p_course RETURNING CASE WHEN waitlisted = 0 THEN 'seat' ELSE 'waitlist' END, seats_taken + waitlisted INTO seat, n;
    UPDATE nominations SET place = seat, queue_no = n WHERE id = made;
    RETURN seat;
  END $$;

  CREATE FUNCTION claim_list(p_course uuid, p_officials uuid[], p_account text) RETURNS int LANGUAGE plpgsql AS $$
  DECLARE c courses; n int;
  BEGIN
    SELECT * INTO c FROM courses WHERE id = p_course AND state = 'open' FOR UPDATE;
    WITH made AS (
      INSERT INTO nominations (course_id, official_id, unit_id, place, queue_no, period, submitted_at, submitted_by)
      SELECT p_course, o.id, o.unit_id, CASE WHEN c.seats_taken + l.n <= c.capacity THEN 'seat' ELSE 'waitlist' END,
        c.seats_taken + c.waitlisted + l.n, c.period, now(), p_account
      FROM unnest(p_officials) WITH ORDINALITY AS l(id, n) JOIN officials o ON o.id = l.id AND o.status = 'working'
        AND o.membership = 'full' AND o.llct_rank < 3 ORDER BY o.id ON CONFLICT DO NOTHING RETURNING id, unit_id, place
    ), trail AS (
      INSERT INTO audit_entries (at, account, action, subject, data)
      SELECT now(), p_account, 'nominated', id, jsonb_build_object('course', p_course) FROM made
    ), promised AS (
      INSERT INTO outbox (handler, payload, created_at) SELECT 'nominated', jsonb_build_object('nominationId', id), now() FROM made
    ), used AS (
      UPDATE quotas q SET taken = q.taken + u.n FROM (SELECT unit_id, count(*) AS n FROM made GROUP BY unit_id) u
      WHERE q.unit_id = u.unit_id AND q.year = c.year
    ) UPDATE courses SET seats_taken = seats_taken + (SELECT count(*) FROM made WHERE place = 'seat'),
        waitlisted = waitlisted + (SELECT count(*) FROM made WHERE place = 'waitlist') WHERE id = p_course;
    RETURN cardinality(p_officials);
  END $$;
`;

const [, script, url, port] = process.argv;
if (script === import.meta.filename) {
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  const app = fastify();
  app.post('/api/v1/nominations', async ({ body: { courseId, officialIds } }, reply) => {
    reply.code(201);
    if (officialIds.length === 1) {
      const { rows } = await pool.query({
        name: 'claim',
        text: 'SELECT claim($1, $2, $3) AS outcome',
        values: [courseId, officialIds[0], 'bare'],
      });
      return { items: [{ officialId: officialIds[0], outcome: rows[0].outcome }] };
    }
    const { rows } = await pool.query({
      name: 'claim-list',
      text: 'SELECT claim_list($1, $2, $3) AS taken',
      values: [courseId, officialIds, 'bare'],
    });
    return { items: officialIds.map((officialId) => ({ officialId, outcome: 'seat' })), taken: rows[0].taken };
  });
  await app.listen({ port: Number(port), host: '127.0.0.1' });
  console.log('ready');
}
