import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a class gave stands on the record as its certificate says; a result can be corrected, by nobody for themselves. */
export class CertificatesOfClasses1790000000112 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE qualifications ADD classification text
        CONSTRAINT qualification_classification_is_known CHECK (classification IN ('excellent', 'good', 'fair', 'average'));

      -- Days stay as they are: what counted on a past day goes on counting on it.
      UPDATE qualifications q SET classification = r.classification, certificate_number = coalesce(q.certificate_number, r.certificate_number)
      FROM nomination_results r WHERE r.nomination_id = q.nomination_id AND r.classification <> 'failed';

      DROP TRIGGER nobody_records_their_own_result ON nomination_results;
      CREATE TRIGGER nobody_records_their_own_result AFTER INSERT OR UPDATE ON nomination_results
        FOR EACH ROW EXECUTE FUNCTION refuse_own_result();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
