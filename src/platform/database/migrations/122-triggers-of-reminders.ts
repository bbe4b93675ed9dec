import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders may speak of more than a call's deadline: of a class, of a unit in a class, of places (see docs/adr/0046). */
export class TriggersOfReminders1790000000122 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [SUBJECTS, FILLED, CONSTRAINTS, SENDING, POLICIES]) await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const SUBJECTS = `
  ALTER TABLE reminders
    ALTER COLUMN unit_call_id DROP NOT NULL,
    ADD COLUMN trigger text,
    ADD COLUMN course_id uuid CONSTRAINT reminder_course_exists REFERENCES courses,
    ADD COLUMN quota_id uuid CONSTRAINT reminder_quota_exists REFERENCES quotas ON DELETE CASCADE,
    -- The unit that is concerned, and the one whose board holds the class or gave the places.
    ADD COLUMN unit_id uuid CONSTRAINT reminder_unit_exists REFERENCES units,
    ADD COLUMN holder_id uuid CONSTRAINT reminder_holder_exists REFERENCES units,
    -- The call, the quota or the class, whichever it speaks of.
    ADD COLUMN subject_id uuid;
  COMMENT ON COLUMN reminders.deadline IS 'The day that its stage counts from: a deadline, a first, a last day.';
`;

/** Rows of older journals, which undoing restores, and plain inserts of a call's reminder know nothing of these columns. */
const FILLED = `
  CREATE FUNCTION fill_subject_of_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.trigger := coalesce(NEW.trigger, CASE NEW.stage WHEN 'call' THEN 'opening' ELSE 'deadline' END);
    NEW.subject_id := coalesce(NEW.unit_call_id, NEW.quota_id, NEW.course_id);
    IF NEW.unit_call_id IS NOT NULL THEN
      SELECT uc.unit_id, uc.course_id, co.unit_id INTO NEW.unit_id, NEW.course_id, NEW.holder_id
        FROM unit_calls uc JOIN courses co ON co.id = uc.course_id WHERE uc.id = NEW.unit_call_id;
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER reminder_knows_its_subject BEFORE INSERT ON reminders FOR EACH ROW EXECUTE FUNCTION fill_subject_of_reminder();
  CREATE TRIGGER reminder_keeps_its_subject BEFORE UPDATE ON reminders FOR EACH ROW
    WHEN (NEW.subject_id IS NULL OR NEW.trigger IS NULL OR NEW.unit_call_id IS DISTINCT FROM OLD.unit_call_id)
    EXECUTE FUNCTION fill_subject_of_reminder();
  -- A class that another board takes over takes its reminders along.
  CREATE FUNCTION carry_reminders_of_class() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_setting('hc.undoing', true) = 'on' THEN RETURN NULL; END IF;
    UPDATE reminders SET holder_id = NEW.unit_id WHERE course_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER reminders_go_with_their_class AFTER UPDATE OF unit_id ON courses FOR EACH ROW
    WHEN (NEW.unit_id <> OLD.unit_id) EXECUTE FUNCTION carry_reminders_of_class();
  ALTER TABLE reminders DISABLE TRIGGER USER;
  UPDATE reminders r SET trigger = CASE r.stage WHEN 'call' THEN 'opening' ELSE 'deadline' END, subject_id = uc.id,
    unit_id = uc.unit_id, course_id = uc.course_id, holder_id = co.unit_id
    FROM unit_calls uc JOIN courses co ON co.id = uc.course_id WHERE uc.id = r.unit_call_id;
  ALTER TABLE reminders ENABLE TRIGGER USER;
`;

const CONSTRAINTS = `
  ALTER TABLE reminders
    ALTER COLUMN trigger SET NOT NULL, ALTER COLUMN unit_id SET NOT NULL, ALTER COLUMN holder_id SET NOT NULL,
    ALTER COLUMN subject_id SET NOT NULL,
    DROP CONSTRAINT reminder_stage_is_known, DROP CONSTRAINT reminder_once_per_stage, DROP CONSTRAINT reminder_audience_is_known,
    ADD CONSTRAINT reminder_trigger_is_known
      CHECK (trigger IN ('opening', 'deadline', 'free-places', 'first-session', 'papers', 'results', 'quota')),
    ADD CONSTRAINT reminder_stage_is_known CHECK (stage ~ '^(call|nudge|free|due|(before|after)-[1-9][0-9]?)$'
      AND (stage = 'call') = (trigger = 'opening') AND (stage = 'free') = (trigger = 'free-places')
      AND (stage <> 'nudge' OR trigger = 'deadline')),
    ADD CONSTRAINT reminder_speaks_of_its_subject CHECK (CASE
      WHEN trigger IN ('opening', 'deadline', 'free-places') THEN unit_call_id IS NOT NULL AND course_id IS NOT NULL AND quota_id IS NULL
      WHEN trigger = 'quota' THEN quota_id IS NOT NULL AND num_nonnulls(unit_call_id, course_id) = 0
      ELSE course_id IS NOT NULL AND num_nonnulls(unit_call_id, quota_id) = 0 END),
    ADD CONSTRAINT reminder_audience_is_known
      CHECK (audience <@ '{official,unit,committee,secretary,board}'::text[] AND audience <> '{}'),
    ADD CONSTRAINT reminder_once_per_stage UNIQUE NULLS NOT DISTINCT (subject_id, unit_id, trigger, deadline, stage, nudge_id);
  CREATE INDEX reminders_by_course ON reminders (course_id);
`;

const SENDING = `
  -- Why nothing went to this person; a reminder that went to nobody says the same.
  ALTER TABLE reminder_recipients ADD COLUMN dropped_because text;
  UPDATE reminder_recipients rr SET dropped_because = coalesce(r.dropped_because, 'nobody')
    FROM reminders r WHERE r.id = rr.reminder_id AND rr.state = 'dropped';
  -- People are looked at by the hundred: what older versions promised one by one is promised anew by the first sweep.
  DELETE FROM outbox WHERE handler LIKE 'reminders.personDue:%';
  UPDATE reminder_recipients SET queued_at = NULL WHERE state = 'waiting' AND queued_at IS NOT NULL;

  -- Calls for which there was no place when it was last looked: once there is one again, their units are told.
  CREATE TABLE reminder_full_calls (
    unit_call_id uuid PRIMARY KEY CONSTRAINT full_call_exists REFERENCES unit_calls ON DELETE CASCADE,
    since timestamptz NOT NULL
  );
`;

/** A policy that was kept spoke of deadlines alone: of everything else it says what is shipped. */
const POLICIES = `
  UPDATE reminder_policies SET stages = (SELECT coalesce(jsonb_agg('{"trigger": "deadline"}' || s), '[]') FROM jsonb_array_elements(stages) s)
    || (SELECT jsonb_agg(jsonb_build_object('trigger', trigger, 'workingDays', days, 'to', to_jsonb(audience), 'channels', '["inbox", "email"]'::jsonb,
        'text', NULL)) FROM (VALUES
      ('opening', 0, '{unit}'::text[]), ('free-places', 0, '{unit}'), ('first-session', -3, '{official,unit}'), ('first-session', -1, '{official,unit}'),
      ('papers', -3, '{unit}'), ('papers', 1, '{unit}'), ('papers', 3, '{unit,board}'), ('results', 3, '{board}'), ('results', 8, '{board}'),
      ('quota', -20, '{unit}'), ('quota', -10, '{unit}'), ('quota', -5, '{unit,board}')) AS shipped(trigger, days, audience));
`;
