import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/** Code, Vietnamese name, kind, whether places are rationed, and the level a graduate holds. */
const PROGRAMS: [string, string, string, boolean, string | null][] = [
  ['CC', 'Cao cấp lý luận chính trị', 'advanced-llct', true, 'advanced'],
  ['TC', 'Trung cấp lý luận chính trị', 'intermediate-llct', true, 'intermediate'],
  ['SC', 'Sơ cấp lý luận chính trị', 'elementary-llct', false, 'elementary'],
  ['CNKT', 'Bồi dưỡng cập nhật kiến thức mới', 'knowledge-update', false, null],
  ['DTD', 'Bồi dưỡng đối tượng kết nạp Đảng', 'party-candidate', false, null],
  ['DVM', 'Bồi dưỡng đảng viên mới', 'new-member', false, null],
  ['NVD', 'Bồi dưỡng nghiệp vụ công tác đảng cho cấp ủy cơ sở', 'party-work', false, null],
  ['NVCM', 'Bồi dưỡng nghiệp vụ chuyên môn công chức cấp xã', 'professional', false, null],
  // The pilot held such classes every year; they are none of the eight kinds of the plan, and count as their own.
  [
    'CDHCM',
    'Bồi dưỡng chuyên đề học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    'thematic',
    false,
    null,
  ],
];

/** The kinds of training. */
export class Programs1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE programs (
        id uuid PRIMARY KEY,
        code text NOT NULL CONSTRAINT program_code_once UNIQUE,
        name text NOT NULL COLLATE vi,
        kind text NOT NULL CONSTRAINT program_kind_is_known CHECK (kind IN ('advanced-llct', 'intermediate-llct',
          'elementary-llct', 'knowledge-update', 'party-candidate', 'new-member', 'party-work', 'professional', 'thematic')),
        needs_quota boolean NOT NULL,
        confers_llct_level text CONSTRAINT program_level_is_known
          CHECK (confers_llct_level IN ('elementary', 'intermediate', 'advanced', 'bachelor')),
        position smallint NOT NULL
      );
    `);
    for (const [position, [code, name, kind, needsQuota, level]] of PROGRAMS.entries()) {
      await runner.query(
        `INSERT INTO programs (id, code, name, kind, needs_quota, confers_llct_level, position) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), code, name, kind, needsQuota, level, position],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
