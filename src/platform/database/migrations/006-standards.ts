import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/** Category, professional minimum, LLCT minimum: the pilot's set, to be confirmed by each board for its own area. */
const STANDARDS: [string, string, string][] = [
  ['cadre', 'intermediate', 'intermediate'],
  ['civil-servant', 'intermediate', 'elementary'],
];
const SOURCE = 'Bộ tiêu chuẩn thí điểm huyện Đình Lập 2019 (chờ cơ quan có thẩm quyền xác nhận)';

/** What each post asks for, from when, by which paper. */
export class Standards1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE standards (
        id uuid PRIMARY KEY,
        category text NOT NULL CONSTRAINT standard_category_is_known
          CHECK (category IN ('cadre', 'civil-servant', 'public-employee', 'part-time', 'armed-forces', 'other')),
        professional_minimum text CONSTRAINT standard_professional_is_known
          CHECK (professional_minimum IN ('elementary', 'intermediate', 'college', 'bachelor', 'master', 'doctor')),
        llct_minimum text CONSTRAINT standard_llct_is_known
          CHECK (llct_minimum IN ('elementary', 'intermediate', 'advanced', 'bachelor')),
        valid daterange NOT NULL,
        source text NOT NULL,
        CONSTRAINT standard_one_per_category_at_a_time EXCLUDE USING gist (category WITH =, valid WITH &&)
      );
    `);
    for (const [category, professional, llct] of STANDARDS) {
      await runner.query(
        `INSERT INTO standards (id, category, professional_minimum, llct_minimum, valid, source)
         VALUES ($1, $2, $3, $4, daterange('2015-01-01', NULL), $5)`,
        [newId(), category, professional, llct, SOURCE],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
