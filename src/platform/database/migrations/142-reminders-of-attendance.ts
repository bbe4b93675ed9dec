import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders of sheets that are not complete: of the sessions of one day of a class (see docs/adr/0051). */
export class RemindersOfAttendance1790000000142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SUBJECT, POLICIES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const SUBJECT = `
  -- The first session of the day that it speaks of.
  ALTER TABLE reminders ADD session_id uuid CONSTRAINT reminder_session_exists REFERENCES course_sessions;
  CREATE OR REPLACE FUNCTION fill_subject_of_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.trigger := coalesce(NEW.trigger, CASE NEW.stage WHEN 'call' THEN 'opening' ELSE 'deadline' END);
    NEW.subject_id := coalesce(NEW.unit_call_id, NEW.quota_id, NEW.session_id, NEW.course_id);
    IF NEW.unit_call_id IS NOT NULL THEN
      SELECT uc.unit_id, uc.course_id, co.unit_id INTO NEW.unit_id, NEW.course_id, NEW.holder_id
        FROM unit_calls uc JOIN courses co ON co.id = uc.course_id WHERE uc.id = NEW.unit_call_id;
    END IF;
    RETURN NEW;
  END $$;
  ALTER TABLE reminders DROP CONSTRAINT reminder_trigger_is_known, DROP CONSTRAINT reminder_speaks_of_its_subject,
    ADD CONSTRAINT reminder_trigger_is_known
      CHECK (trigger IN ('opening', 'deadline', 'free-places', 'first-session', 'papers', 'attendance', 'results', 'quota')),
    ADD CONSTRAINT reminder_speaks_of_its_subject CHECK ((session_id IS NOT NULL) = (trigger = 'attendance') AND CASE
      WHEN trigger IN ('opening', 'deadline', 'free-places') THEN unit_call_id IS NOT NULL AND course_id IS NOT NULL AND quota_id IS NULL
      WHEN trigger = 'quota' THEN quota_id IS NOT NULL AND num_nonnulls(unit_call_id, course_id) = 0
      ELSE course_id IS NOT NULL AND num_nonnulls(unit_call_id, quota_id) = 0 END);
  CREATE INDEX reminders_by_session ON reminders (session_id) WHERE session_id IS NOT NULL;
`;

/** Of what is new, a policy that was kept before says what is shipped. */
const POLICIES = `
  UPDATE reminder_policies SET stages = stages || (SELECT jsonb_agg(jsonb_build_object('trigger', 'attendance', 'workingDays', days,
      'to', '["board"]'::jsonb, 'channels', '["inbox", "email"]'::jsonb, 'text', NULL)) FROM unnest('{1,3}'::int[]) AS days);
`;
