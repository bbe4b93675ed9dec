import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever moves places of one row holds that row and no other. A foreign key to the row above was checked again with every
 * second change of a row in a transaction, so that a hold, a nomination of a held place or a release also waited for the row
 * above, against the order of ids in which everybody else takes them; two then waited for each other. The same rule is kept
 * by triggers that look only when the tree changes.
 */
export class RowsOfPlacesWaitForNoOther1790000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE quotas DROP CONSTRAINT quota_is_fed_by_places_of_its_kind;

      CREATE FUNCTION check_row_above() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM quotas q WHERE q.id = NEW.parent_id AND q.program_id = NEW.program_id AND q.period = NEW.period FOR KEY SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'Places are fed by places of the same program and year' USING ERRCODE = '23503',
            CONSTRAINT = 'quota_is_fed_by_places_of_its_kind';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER quota_begins_below_its_kind AFTER INSERT ON quotas FOR EACH ROW
        WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION check_row_above();
      CREATE TRIGGER quota_goes_below_its_kind AFTER UPDATE ON quotas FOR EACH ROW
        WHEN (NEW.parent_id IS NOT NULL AND (OLD.parent_id, OLD.program_id, OLD.period) IS DISTINCT FROM
          (NEW.parent_id, NEW.program_id, NEW.period)) EXECUTE FUNCTION check_row_above();

      CREATE FUNCTION check_rows_below() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM quotas q WHERE q.parent_id = OLD.id;
        IF FOUND THEN
          RAISE EXCEPTION 'Rows below are fed by this one' USING ERRCODE = '23503', CONSTRAINT = 'quota_is_fed_by_places_of_its_kind';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER quota_that_feeds_others_stays AFTER DELETE ON quotas FOR EACH ROW EXECUTE FUNCTION check_rows_below();
      CREATE TRIGGER quota_that_feeds_others_is_the_same AFTER UPDATE ON quotas FOR EACH ROW
        WHEN ((OLD.id, OLD.program_id, OLD.period) IS DISTINCT FROM (NEW.id, NEW.program_id, NEW.period))
        EXECUTE FUNCTION check_rows_below();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
