import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newId } from '../../../kernel/ids.js';

/** Kind, parameters, and whether the regulation lets the competent authority except from it. */
type Rule = [kind: string, parameters: Record<string, unknown>, exception: boolean];

/** Posts that press summaries of Quy định 57-QĐ/TW and 350-QĐ/TW name; held, or planned for. */
const POSTS_TC_57 = [
  'Bí thư',
  'Phó Bí thư',
  'Đảng ủy viên',
  'Ủy viên Ban Chấp hành',
  'Ủy viên Ban Thường vụ',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Trưởng phòng',
  'Phó trưởng phòng',
];
const POSTS_TC_350 = [
  'Bí thư',
  'Phó Bí thư',
  'Chi ủy viên',
  'Đảng ủy viên',
  'Ủy viên Ban Chấp hành',
  'Ủy viên Ban Thường vụ',
  'Chủ tịch',
  'Phó Chủ tịch',
  'Trưởng phòng',
  'Phó trưởng phòng',
  'Trưởng Công an',
  'Phó trưởng Công an',
  'Tiểu đoàn trưởng',
  'Phó Tiểu đoàn trưởng',
];
const POSTS_CC_350 = [
  'Ủy viên Ban Chấp hành Đảng bộ',
  'Ủy viên Ban Thường vụ',
  'Bí thư Đảng ủy',
  'Phó Bí thư Đảng ủy',
  'Chủ tịch HĐND',
  'Chủ tịch Hội đồng nhân dân',
  'Chủ tịch UBND',
  'Chủ tịch Ủy ban',
  'Trưởng phòng',
  'Trưởng Công an',
  'Chỉ huy trưởng',
];
const post = (titles: readonly string[]): Rule => ['post', { titles, orPlanned: true }, true];

/** What the sets of 035 did not say, because the kinds were not there; by program and the first day of the set. */
const MORE: readonly (readonly [program: string, from: string, rule: Rule])[] = [
  ['TC', '2022-02-08', post(POSTS_TC_57)],
  ['TC', '2025-08-29', post(POSTS_TC_350)],
  ['CC', '2025-08-29', post(POSTS_CC_350)],
];

interface RuleSet {
  readonly program: string;
  readonly valid: string;
  readonly source: string;
  readonly rules: readonly Rule[];
}

const SETS: readonly RuleSet[] = [
  {
    program: 'DTD',
    valid: '[2015-01-01,)',
    source: 'Bồi dưỡng nhận thức về Đảng: quần chúng ưu tú, chưa là đảng viên',
    rules: [['not-party-member', {}, false]],
  },
  {
    program: 'DVM',
    valid: '[2015-01-01,)',
    source: 'Bồi dưỡng lý luận chính trị cho đảng viên mới',
    rules: [['party-membership', { atLeast: 'probationary' }, false]],
  },
];

/**
 * What a record says of the Party is told from what it leaves out, and the schooling is recorded; rules can ask for both.
 * Sets that came with the product and were never used get what the kinds of before could not say; where anybody was
 * nominated under them they stay, and the board adds its own.
 */
export class MembershipAndSchooling1790000000056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether somebody said so: a list that is silent about the Party leaves "none", and nobody said that.
      ALTER TABLE officials ADD membership_stated boolean NOT NULL DEFAULT false;
      UPDATE officials SET membership_stated = true WHERE membership <> 'none';
      -- Giáo dục phổ thông: tiểu học, trung học cơ sở, trung học phổ thông.
      ALTER TABLE officials ADD schooling text CONSTRAINT official_schooling_is_known
        CHECK (schooling IN ('primary', 'lower-secondary', 'upper-secondary'));
    `);
    for (const [table, column, name] of [
      ['eligibility_rules', 'kind', 'eligibility_rule_kind_is_known'],
      ['eligibility_waivers', 'rule', 'waiver_rule_is_known'],
    ]) {
      await runner.query(`
        ALTER TABLE ${table} DROP CONSTRAINT ${name};
        ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${column} IN ('age', 'party-membership', 'not-party-member', 'category',
          'post', 'years-in-post', 'schooling', 'qualification', 'llct-at-least', 'llct-not-yet', 'unit', 'health', 'evaluation',
          'not-sent-within', 'not-studying-elsewhere'));
      `);
    }
    await runner.query(UNUSED);
    for (const [program, from, rule] of MORE) await this.add(runner, program, from, rule);
    for (const set of SETS) await this.insert(runner, set);
    await this.elementary(runner);
    await runner.query('DROP FUNCTION unused_program(text)');
  }

  /** Adds a rule to the sets of a program that begin on a day, of every mode. */
  private async add(
    runner: QueryRunner,
    program: string,
    from: string,
    [kind, parameters, exception]: Rule,
  ): Promise<void> {
    await runner.query(
      `INSERT INTO eligibility_rules (set_id, position, kind, parameters, exception)
       SELECT s.id, (SELECT coalesce(max(r.position), -1) + 1 FROM eligibility_rules r WHERE r.set_id = s.id), $3, $4::jsonb, $5
       FROM eligibility_rule_sets s WHERE s.program_id = unused_program($1) AND NOT s.confirmed AND lower(s.valid) = $2::date
       ON CONFLICT DO NOTHING`,
      [program, from, kind, JSON.stringify(parameters), exception],
    );
  }

  private async insert(runner: QueryRunner, { program, valid, source, rules }: RuleSet): Promise<void> {
    const id = newId();
    await runner.query(
      `INSERT INTO eligibility_rule_sets (id, program_id, valid, reference, source)
       SELECT $1, unused_program($2), $3::daterange, 'opening', $4 WHERE unused_program($2) IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM eligibility_rule_sets s WHERE s.program_id = unused_program($2) AND s.valid && $3::daterange)`,
      [id, program, valid, source],
    );
    for (const [position, [kind, parameters, exception]] of rules.entries()) {
      await runner.query(
        `INSERT INTO eligibility_rules (set_id, position, kind, parameters, exception)
         SELECT id, $2, $3, $4::jsonb, $5 FROM eligibility_rule_sets WHERE id = $1`,
        [id, position, kind, JSON.stringify(parameters), exception],
      );
    }
  }

  /** Sơ cấp asks for lower secondary school since 57-QĐ/TW; what was asked before was not seen. */
  private async elementary(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE eligibility_rule_sets SET valid = '[2015-01-01,2022-02-08)'
       WHERE program_id = unused_program('SC') AND NOT confirmed AND valid = '[2015-01-01,)'`,
    );
    await this.insert(runner, {
      program: 'SC',
      valid: '[2022-02-08,)',
      source: 'Quy định 57-QĐ/TW, ngày 8/2/2022',
      rules: [
        ['schooling', { atLeast: 'lower-secondary' }, true],
        ['llct-not-yet', { level: 'elementary' }, false],
      ],
    });
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

/** A program for which nobody was nominated with a verdict yet, or null. */
const UNUSED = `
  CREATE FUNCTION unused_program(p_code text) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT p.id FROM programs p WHERE p.code = p_code AND NOT EXISTS (SELECT 1 FROM nominations n JOIN courses co ON co.id = n.course_id
      WHERE co.program_id = p.id AND n.verdict IS NOT NULL)
  $$;
`;
