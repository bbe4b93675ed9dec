import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was written down wrongly of a grant is put right by a correction that says why; the grant follows its corrections,
 * as counters follow the ledger. A number that was wrong moves places, so the ledger shows it too. See docs/adr/0036.
 */
export class CorrectionsOfGrants1790000000064 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quota_grant_corrections (
        id uuid PRIMARY KEY,
        grant_id uuid NOT NULL CONSTRAINT grant_correction_grant_exists REFERENCES quota_grants,
        at timestamptz NOT NULL,
        account_id uuid CONSTRAINT grant_correction_account_exists REFERENCES accounts,
        reason text NOT NULL CONSTRAINT grant_correction_says_why CHECK (length(reason) BETWEEN 1 AND 1000),
        -- What stood there, and what stands there since, by field; only fields that differ.
        before jsonb NOT NULL DEFAULT '{}',
        after jsonb NOT NULL
      );
      CREATE INDEX quota_grant_corrections_by_grant ON quota_grant_corrections (grant_id, at);

      CREATE FUNCTION correct_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        the_grant quota_grants;
        old_fields jsonb;
        fields jsonb;
        more integer;
      BEGIN
        SELECT * INTO the_grant FROM quota_grants WHERE id = NEW.grant_id FOR UPDATE;
        old_fields := jsonb_build_object('places', the_grant.places, 'grantor', the_grant.grantor, 'school', the_grant.school,
          'documentNumber', the_grant.document_number, 'documentDate', the_grant.document_date, 'useBy', the_grant.use_by,
          'note', the_grant.note);
        SELECT jsonb_object_agg(f.key, old_fields -> f.key), jsonb_object_agg(f.key, f.value) INTO NEW.before, NEW.after
        FROM jsonb_each(NEW.after) f WHERE old_fields ? f.key AND old_fields -> f.key IS DISTINCT FROM f.value;
        IF NEW.after IS NULL THEN
          RAISE EXCEPTION 'A correction changes something' USING ERRCODE = '23514', CONSTRAINT = 'grant_correction_changes_something';
        END IF;
        fields := old_fields || NEW.after;
        UPDATE quota_grants SET places = (fields ->> 'places')::int, grantor = fields ->> 'grantor', school = fields ->> 'school',
          document_number = fields ->> 'documentNumber', document_date = (fields ->> 'documentDate')::date,
          use_by = (fields ->> 'useBy')::date, note = fields ->> 'note', version = version + 1
        WHERE id = NEW.grant_id;
        more := (fields ->> 'places')::int - the_grant.places;
        IF more <> 0 THEN
          INSERT INTO quota_entries (at, kind, quota_id, from_bucket, to_bucket, places, grant_id, cause_id, account_id, reason, document)
          SELECT NEW.at, CASE WHEN more > 0 THEN 'grant' ELSE 'cut' END, q.id, CASE WHEN more > 0 THEN 'above' ELSE 'free' END,
            CASE WHEN more > 0 THEN 'free' ELSE 'above' END, abs(more), NEW.grant_id, NEW.id, NEW.account_id, NEW.reason,
            fields ->> 'documentNumber'
          FROM quotas q WHERE (q.program_id, q.period, q.unit_id) = (the_grant.program_id, the_grant.period, the_grant.unit_id);
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER quota_grants_follow_their_corrections BEFORE INSERT ON quota_grant_corrections
        FOR EACH ROW EXECUTE FUNCTION correct_grant();

      CREATE FUNCTION refuse_change_of_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'Corrections stay as they were written' USING ERRCODE = '23514', CONSTRAINT = 'grant_corrections_stay';
      END $$;
      CREATE TRIGGER grant_corrections_stay BEFORE UPDATE OR DELETE ON quota_grant_corrections
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_corrections();

      CREATE FUNCTION refuse_grant_by_hand() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A grant is put right by corrections alone' USING ERRCODE = '23514', CONSTRAINT = 'grant_follows_its_corrections';
      END $$;
      -- Depth 0 is a statement of the application's own; a correction's comes from within its trigger.
      CREATE TRIGGER grant_follows_its_corrections BEFORE UPDATE ON quota_grants FOR EACH ROW
        WHEN (pg_trigger_depth() = 0 AND (OLD.program_id, OLD.period, OLD.unit_id, OLD.places, OLD.grantor, OLD.school,
            OLD.document_number, OLD.document_date, OLD.use_by, OLD.note)
          IS DISTINCT FROM (NEW.program_id, NEW.period, NEW.unit_id, NEW.places, NEW.grantor, NEW.school, NEW.document_number,
            NEW.document_date, NEW.use_by, NEW.note))
        EXECUTE FUNCTION refuse_grant_by_hand();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
