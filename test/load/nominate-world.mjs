/** A district large enough to nominate from: the same for the product and for the bare claim. */
import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { BARE_SCHEMA } from './bare-claim.mjs';

export const PASSWORD = 'nominate-bench';
const UNITS = 96;
const PEOPLE_PER_UNIT = 300;
/** Committees that log in; each nominates for its own unit. */
const COMMITTEES = 24;
const SPREAD = 84;
/** Classes of one year that lists are sent for; of two years, so that no run finds its people nominated already. */
const LISTS = 120;
/** More than all rounds take, so that nobody is refused for want of places. */
const PLACES = 10_000;
/** The bare claim takes more in the same time, and has no upper bound. */
const BARE_PLACES = 1_000_000;

/** Classes of two days, three apart, so that nobody is ever in two at once; a year of them has room for 120. */
function courses(year, count) {
  return Array.from({ length: count }, (_, n) => {
    const start = Date.UTC(year, 0, 4 + n * 3);
    const day = (more) => new Date(start + more * 86_400_000).toISOString().slice(0, 10);
    return { id: randomUUID(), code: `B${year}-${n}`, year, startsOn: day(0), endsOn: day(1) };
  });
}

/** @param hot how many classes everyone will want, one after the other. */
export function makeWorld(hot) {
  const units = Array.from({ length: UNITS }, (_, n) => ({ id: randomUUID(), code: `BX${n}`, account: randomUUID() }));
  const officials = units.flatMap((unit) =>
    Array.from({ length: PEOPLE_PER_UNIT }, () => ({ id: randomUUID(), unitId: unit.id })),
  );
  return {
    units,
    committees: units.slice(0, COMMITTEES),
    officials,
    spread: courses(2027, SPREAD),
    hot: courses(2028, hot),
    lists: [...courses(2029, LISTS), ...courses(2030, LISTS)],
  };
}

export async function fillProduct(url, { units, officials, spread, hot, lists }) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const root = randomUUID();
  const program = randomUUID();
  const set = randomUUID();
  const password = await hash(PASSWORD);
  await db.query(`INSERT INTO units (id, kind, code, name) VALUES ($1, 'district-committee', 'B', 'Huyện ủy')`, [root]);
  await db.query(
    `INSERT INTO units (id, parent_id, kind, code, name) SELECT id, $2, 'commune', code, 'Đảng ủy xã ' || code
     FROM jsonb_to_recordset($1::jsonb) AS u(id uuid, code text)`,
    [JSON.stringify(units), root],
  );
  await db.query(
    `INSERT INTO accounts (id, username, password_hash, display_name, role, unit_id, created_at)
     SELECT account, lower(code), $2, 'Đảng ủy ' || code, 'committee', id, now() FROM jsonb_to_recordset($1::jsonb) AS u(id uuid, code text, account uuid)`,
    [JSON.stringify(units), password],
  );
  await db.query(
    `INSERT INTO officials (id, unit_id, full_name, gender, born_on, membership, membership_stated, probationary_on, full_member_on)
     SELECT id, "unitId", 'Nông Văn ' || left(id::text, 8), 'male', '1985-05-05', 'full', true, '2009-01-01', '2010-01-01'
     FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, "unitId" uuid)`,
    [JSON.stringify(officials)],
  );
  await db.query(`INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
    SELECT gen_random_uuid(), id, unit_id, 'Công chức', 'civil-servant', true, '[2012-01-01,)' FROM officials`);
  await db.query(`INSERT INTO qualifications (id, official_id, kind, level) SELECT gen_random_uuid(), o.id, q.kind, q.level
    FROM officials o, (VALUES ('professional', 'bachelor'), ('llct', 'elementary')) q(kind, level)`);
  await db.query(
    `INSERT INTO programs (id, code, name, kind, needs_quota, position) VALUES ($1, 'BENCH', 'Trung cấp', 'intermediate-llct', true, 90)`,
    [program],
  );
  await db.query(
    `INSERT INTO program_versions (id, program_id, valid, level, mode, confers_llct_level)
     VALUES (gen_random_uuid(), $1, '[2015-01-01,)', 'intermediate', 'concentrated', 'intermediate')`,
    [program],
  );
  await db.query(
    `INSERT INTO eligibility_rule_sets (id, program_id, valid, reference, source) VALUES ($1, $2, '[2015-01-01,)', 'opening', 'Bench')`,
    [set, program],
  );
  await db.query(
    `INSERT INTO eligibility_rules (set_id, position, kind, parameters, exception) VALUES
       ($1, 0, 'party-membership', '{"atLeast": "full"}', false), ($1, 1, 'llct-not-yet', '{"level": "intermediate"}', false)`,
    [set],
  );
  await db.query(
    `INSERT INTO courses (id, code, title, program_id, unit_id, starts_on, ends_on, capacity, minimum, state, deadline)
     SELECT id, code, 'Lớp ' || code, $2, $3, "startsOn", "endsOn", 2000, 0, 'open', "startsOn" - 1
     FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, code text, "startsOn" date, "endsOn" date)`,
    [JSON.stringify([...spread, ...hot, ...lists]), program, root],
  );
  await db.query(
    `INSERT INTO unit_calls (id, course_id, unit_id, called_at, deadline) SELECT gen_random_uuid(), c.id, u.id, now(), c.deadline
     FROM courses c, units u WHERE u.kind = 'commune'`,
  );
  await db.query(
    `INSERT INTO quotas (id, program_id, period, unit_id) SELECT gen_random_uuid(), $1, y, u.id
     FROM units u, generate_series(2027, 2030) y WHERE u.kind = 'commune'`,
    [program],
  );
  await db.query(
    `INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places) SELECT now(), 'grant', id, 'above', 'free', $1 FROM quotas`,
    [PLACES],
  );
  await db.end();
  await vacuum(url);
}

export async function fillBare(url, { units, officials, spread, hot, lists }) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query(BARE_SCHEMA);
  await db.query(
    `INSERT INTO officials SELECT id, "unitId", 'working', 'full', 2 FROM jsonb_to_recordset($1::jsonb) AS o(id uuid, "unitId" uuid)`,
    [JSON.stringify(officials)],
  );
  await db.query(
    `INSERT INTO quotas SELECT id, y, $2 FROM jsonb_to_recordset($1::jsonb) AS u(id uuid), generate_series(2027, 2030) y`,
    [JSON.stringify(units), BARE_PLACES],
  );
  await db.query(
    `INSERT INTO courses (id, state, year, period, capacity) SELECT id, 'open', year, daterange("startsOn", "endsOn", '[]'), 2000
     FROM jsonb_to_recordset($1::jsonb) AS c(id uuid, year int, "startsOn" date, "endsOn" date)`,
    [JSON.stringify([...spread, ...hot, ...lists])],
  );
  await db.end();
  await vacuum(url);
}

/** As PostgreSQL would itself after a while: it leaves alone what is empty. */
async function vacuum(url) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const { rows } = await db.query(
    `SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0`,
  );
  for (const { name } of rows) await db.query(`VACUUM ANALYZE ${name}`);
  await db.end();
}
