import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { inSubtree, unitRefSql } from '../units/index.js';
import type { SecretariesDto, SecretariesView, SecretaryView } from './dto/secretaries.dto.js';

/** Which accounts are a secretary's own: the level between a committee and the board. */
@Injectable()
export class SecretariesService {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Accounts of committees in the reader's subtree. */
  async list({ unitId: scope }: Actor): Promise<SecretariesView> {
    const items = await this.db.rows<SecretaryView>(
      `SELECT a.id AS "accountId", a.display_name AS name, ${unitRefSql('u')} AS unit, s.account_id IS NOT NULL AS secretary
       FROM accounts a JOIN units u ON u.id = a.unit_id LEFT JOIN reminder_secretaries s ON s.account_id = a.id
       WHERE a.active AND a.role = 'committee' AND ${inSubtree('a.unit_id', '$1')} ORDER BY u.name COLLATE vi, a.display_name COLLATE vi, a.id`,
      [scope],
    );
    return { items };
  }

  /** Names all secretaries of the actor's subtree. @throws NotFound for an account that is none of its committees' */
  @Transactional()
  async name(actor: Actor, { accountIds }: SecretariesDto): Promise<SecretariesView> {
    const known = new Set((await this.list(actor)).items.map(({ accountId }) => accountId));
    const stranger = accountIds.findIndex((id) => !known.has(id));
    if (stranger >= 0) throw new NotFound('accountIds', stranger);
    await this.db.write(
      'DELETE FROM reminder_secretaries WHERE account_id = ANY($1::uuid[]) AND NOT account_id = ANY($2::uuid[])',
      [[...known], accountIds],
    );
    await this.db.rows(
      `INSERT INTO reminder_secretaries (account_id, named_at, named_by) SELECT id, $2, $3 FROM unnest($1::uuid[]) AS a(id) ON CONFLICT DO NOTHING`,
      [accountIds, this.clock.now(), actor.accountId],
    );
    await this.audit.record({
      actor,
      action: 'reminders.secretariesNamed',
      subjectType: 'unit',
      subjectId: actor.unitId,
      unitId: actor.unitId,
      data: { accounts: accountIds.length },
    });
    return this.list(actor);
  }
}
