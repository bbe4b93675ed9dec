import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may go to which class, as dated data: rules of a closed set of kinds, decisions that lift one of them for one
 * person, and the two facts that rules ask for and no record had: fitness, and the rating of a year.
 */
export class EligibilityRules1790000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(FACTS);
    await runner.query(NOMINATIONS);
    await runner.query(
      `SELECT track_changes(name::regclass) FROM unnest(ARRAY['eligibility_waivers', 'official_fitness', 'official_ratings']) name`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const RULES = `
  CREATE TABLE eligibility_rule_sets (
    id uuid PRIMARY KEY,
    program_id uuid NOT NULL CONSTRAINT rule_set_program_exists REFERENCES programs,
    -- Null: of classes in either mode, where there is no set of the very mode.
    mode text CONSTRAINT rule_set_mode_is_known CHECK (mode IN ('concentrated', 'non-concentrated')),
    -- The days on which nominations are judged by it.
    valid daterange NOT NULL CONSTRAINT rule_set_holds_some_time CHECK (NOT isempty(valid)),
    -- The day on which age, years in post and the like are counted.
    reference text NOT NULL CONSTRAINT rule_set_reference_is_known CHECK (reference IN ('opening', 'nomination')),
    source text NOT NULL CONSTRAINT rule_set_source_is_given CHECK (source <> ''),
    -- False until the body that answers for it has confirmed it: shown as "to be confirmed".
    confirmed boolean NOT NULL DEFAULT false,
    CONSTRAINT rule_set_one_per_program_and_mode_at_a_time EXCLUDE USING gist
      (program_id WITH =, coalesce(mode, '') WITH =, valid WITH &&)
  );

  CREATE TABLE eligibility_rules (
    set_id uuid NOT NULL CONSTRAINT eligibility_rule_set_exists REFERENCES eligibility_rule_sets ON DELETE CASCADE,
    position smallint NOT NULL,
    kind text NOT NULL CONSTRAINT eligibility_rule_kind_is_known CHECK (kind IN ('age', 'party-membership', 'category', 'post',
      'years-in-post', 'qualification', 'llct-at-least', 'llct-not-yet', 'unit', 'health', 'evaluation', 'not-sent-within',
      'not-studying-elsewhere')),
    parameters jsonb NOT NULL CONSTRAINT eligibility_rule_parameters_are_named CHECK (jsonb_typeof(parameters) = 'object'),
    -- Whether the regulation itself lets the competent authority except from it.
    exception boolean NOT NULL,
    source text CONSTRAINT eligibility_rule_source_is_given CHECK (source <> ''),
    PRIMARY KEY (set_id, position),
    CONSTRAINT eligibility_rule_once_per_set UNIQUE (set_id, kind)
  );
  -- A rule is what people were judged by: another follows it, it is never another.
  CREATE FUNCTION keep_eligibility_rules() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'A rule is never rewritten' USING ERRCODE = '23514', CONSTRAINT = 'eligibility_rule_is_never_rewritten';
  END $$;
  CREATE TRIGGER eligibility_rule_kept BEFORE UPDATE ON eligibility_rules
    FOR EACH ROW EXECUTE FUNCTION keep_eligibility_rules();

  -- The decision of the board (quyết định ngoại lệ) that a rule of a program does not hold for one person.
  CREATE TABLE eligibility_waivers (
    id uuid PRIMARY KEY,
    official_id uuid NOT NULL CONSTRAINT waiver_official_exists REFERENCES officials,
    program_id uuid NOT NULL CONSTRAINT waiver_program_exists REFERENCES programs,
    rule text NOT NULL CONSTRAINT waiver_rule_is_known CHECK (rule IN ('age', 'party-membership', 'category', 'post',
      'years-in-post', 'qualification', 'llct-at-least', 'llct-not-yet', 'unit', 'health', 'evaluation', 'not-sent-within',
      'not-studying-elsewhere')),
    number text NOT NULL CONSTRAINT waiver_number_is_given CHECK (number <> ''),
    reason text NOT NULL CONSTRAINT waiver_reason_is_given CHECK (reason <> ''),
    -- From the day of the decision to the day it names, that day included.
    valid daterange NOT NULL CONSTRAINT waiver_holds_some_time CHECK (NOT isempty(valid)),
    CONSTRAINT waiver_one_per_rule_at_a_time EXCLUDE USING gist
      (official_id WITH =, program_id WITH =, rule WITH =, valid WITH &&)
  );

  -- The rules that nominations to a program are judged by on a day: those of the very mode before those of any.
  CREATE FUNCTION eligibility_rules_on(p_program uuid, p_mode text, p_day date) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('id', s.id, 'reference', s.reference, 'source', s.source, 'confirmed', s.confirmed, 'rules',
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'parameters', r.parameters, 'exception', r.exception,
        'source', r.source) ORDER BY r.position), '[]') FROM eligibility_rules r WHERE r.set_id = s.id))
    FROM eligibility_rule_sets s WHERE s.program_id = p_program AND s.valid @> p_day AND (s.mode IS NULL OR s.mode = p_mode)
    ORDER BY s.mode NULLS LAST LIMIT 1
  $$;
`;

const FACTS = `
  -- Fit to study: yes or no, and when that was found. Nothing else of anyone's health.
  CREATE TABLE official_fitness (
    id uuid PRIMARY KEY,
    official_id uuid NOT NULL CONSTRAINT fitness_official_exists REFERENCES officials,
    fit boolean NOT NULL,
    found_on date NOT NULL,
    CONSTRAINT fitness_once_a_day UNIQUE (official_id, found_on)
  );
  CREATE TABLE official_ratings (
    id uuid PRIMARY KEY,
    official_id uuid NOT NULL CONSTRAINT rating_official_exists REFERENCES officials,
    year smallint NOT NULL CONSTRAINT rating_year_is_a_year CHECK (year BETWEEN 1990 AND 2100),
    rating text NOT NULL CONSTRAINT rating_is_a_known_one CHECK (rating IN ('not-completed', 'completed', 'good', 'excellent')),
    CONSTRAINT rating_once_a_year UNIQUE (official_id, year)
  );
`;

const NOMINATIONS = `
  ALTER TABLE courses ADD mode text CONSTRAINT course_mode_is_known CHECK (mode IN ('concentrated', 'non-concentrated'));
  -- Why the person was let in: every rule's answer as it was at the nomination, with the decisions that lifted any.
  ALTER TABLE nominations ADD verdict jsonb CONSTRAINT nomination_verdict_is_a_list CHECK (jsonb_typeof(verdict) = 'array');

  -- Lines: [{nominationId, officialId, unitId, quotaId, late, verdict}], in the order of the list. Answers each line with
  -- 'seated', 'waitlisted', 'no-quota' or, where somebody was quicker, 'conflict'.
  CREATE OR REPLACE FUNCTION claim_places(p_course uuid, p_lines jsonb, p_account uuid, p_now timestamptz)
  RETURNS TABLE (official_id uuid, nomination_id uuid, outcome text) LANGUAGE plpgsql AS $$
  DECLARE
    the_course courses;
    free integer;
    expected integer;
    inserted integer;
    seated integer;
  BEGIN
    PERFORM 1 FROM quotas q
      WHERE q.id IN (SELECT (line ->> 'quotaId')::uuid FROM jsonb_array_elements(p_lines) line)
      ORDER BY q.id FOR UPDATE;
    SELECT * INTO the_course FROM courses WHERE id = p_course FOR UPDATE;
    IF the_course.state <> 'open' THEN
      RAISE EXCEPTION 'Course is not open' USING ERRCODE = '23514', CONSTRAINT = 'nomination_only_while_open';
    END IF;
    free := the_course.capacity - the_course.seats_taken;

    WITH line AS (
      SELECT (l.line ->> 'nominationId')::uuid AS nomination_id, (l.line ->> 'officialId')::uuid AS official_id,
        (l.line ->> 'unitId')::uuid AS unit_id, (l.line ->> 'quotaId')::uuid AS quota_id,
        (l.line ->> 'late')::boolean AS late, l.line -> 'verdict' AS verdict, l.n
      FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
    ), covered AS (
      SELECT line.*, row_number() OVER (ORDER BY line.n) AS turn FROM (
        SELECT line.*, row_number() OVER (PARTITION BY line.quota_id ORDER BY line.n) AS claim, q.places - q.taken AS quota_left
        FROM line LEFT JOIN quotas q ON q.id = line.quota_id) line
      WHERE line.quota_id IS NULL OR line.claim <= line.quota_left
    ), taken AS (
      INSERT INTO nominations (id, course_id, official_id, unit_id, quota_id, state, place, queue_no, period, late,
        submitted_at, submitted_by, verdict)
      SELECT c.nomination_id, p_course, c.official_id, c.unit_id, c.quota_id, 'submitted',
        CASE WHEN c.turn <= free THEN 'seat' ELSE 'waitlist' END, the_course.next_queue_no + c.turn,
        daterange(the_course.starts_on, the_course.ends_on, '[]'), c.late, p_now, p_account, c.verdict
      FROM covered c ORDER BY c.official_id
      ON CONFLICT DO NOTHING
      RETURNING nominations.quota_id, nominations.place
    ), used AS (
      UPDATE quotas q SET taken = q.taken + u.places
      FROM (SELECT t.quota_id, count(*) AS places FROM taken t WHERE t.quota_id IS NOT NULL GROUP BY t.quota_id) u
      WHERE q.id = u.quota_id
    )
    SELECT (SELECT count(*) FROM covered), (SELECT count(*) FROM taken), (SELECT count(*) FROM taken WHERE place = 'seat')
      INTO expected, inserted, seated;

    -- Somebody else won a person between the check and the claim, so a seat counted for that line went to nobody.
    IF inserted < expected AND seated < LEAST(free, inserted) THEN
      UPDATE nominations m SET place = 'seat' WHERE m.id IN (
        SELECT w.id FROM nominations w
        WHERE w.id IN (SELECT (line ->> 'nominationId')::uuid FROM jsonb_array_elements(p_lines) line) AND w.place = 'waitlist'
        ORDER BY w.queue_no LIMIT LEAST(free, inserted) - seated);
      seated := LEAST(free, inserted);
    END IF;

    UPDATE courses SET seats_taken = seats_taken + seated, waitlisted = waitlisted + inserted - seated,
      next_queue_no = next_queue_no + expected + 1
    WHERE id = p_course;

    RETURN QUERY
      SELECT (l.line ->> 'officialId')::uuid, m.id,
        CASE WHEN m.place = 'seat' THEN 'seated' WHEN m.place = 'waitlist' THEN 'waitlisted'
          WHEN (l.line ->> 'quotaId') IS NOT NULL
            AND (SELECT q.taken >= q.places FROM quotas q WHERE q.id = (l.line ->> 'quotaId')::uuid) THEN 'no-quota'
          ELSE 'conflict' END
      FROM jsonb_array_elements(p_lines) WITH ORDINALITY AS l(line, n)
      LEFT JOIN nominations m ON m.id = (l.line ->> 'nominationId')::uuid
      ORDER BY l.n;
  END $$;
`;
