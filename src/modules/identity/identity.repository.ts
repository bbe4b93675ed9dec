import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor, Locale, Role } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { Gatherer } from '../../platform/gathering/gatherer.js';
import { SESSION_TOPIC } from '../../platform/live/live.event.js';
import { Live } from '../../platform/live/live.js';
import { inSubtree, type UnitRef, unitRefSql } from '../units/index.js';
import { AccountEntity } from './account.entity.js';
import type { TokenView } from './dto/identity.view.js';

/** An account to make. */
export type NewAccount = Pick<
  AccountEntity,
  'username' | 'passwordHash' | 'displayName' | 'role' | 'unitId' | 'email' | 'createdAt'
> &
  Partial<Pick<AccountEntity, 'mustChangePassword' | 'demo' | 'officialId'>>;

/** An account that acts as somebody. */
export interface HeldAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unit: UnitRef;
  readonly active: boolean;
}

interface ActorRow {
  accountId: string;
  username: string;
  displayName: string;
  role: Role;
  unitId: string;
  officialId: string | null;
  locale: Locale;
  credentialId: string;
}

/** Accounts, sessions and tokens. */
@Injectable()
export class IdentityRepository {
  /** Those behind all requests that come while others are being looked up are looked up together. */
  private readonly lookups = {
    session: this.gathererOf('session'),
    token: this.gathererOf('token'),
  };

  constructor(
    private readonly db: Database,
    private readonly live: Live,
    private readonly clock: Clock,
  ) {}

  private gathererOf(kind: 'session' | 'token'): Gatherer<Buffer, Actor | null> {
    return new Gatherer({ run: (hashes: readonly Buffer[]) => this.actorsBehind(kind, hashes), most: 500 });
  }

  /** The account of that name, active or not. */
  byUsername(username: string): Promise<AccountEntity | null> {
    return this.db.repository(AccountEntity).findOneBy({ username });
  }

  byId(id: string): Promise<AccountEntity | null> {
    return this.db.repository(AccountEntity).findOneBy({ id });
  }

  /** Whether any account exists. */
  hasAny(): Promise<boolean> {
    return this.db.repository(AccountEntity).exists();
  }

  /** Whether accounts with the password everyone knows exist. */
  hasDemo(): Promise<boolean> {
    return this.db.repository(AccountEntity).existsBy({ demo: true });
  }

  async insert(...accounts: NewAccount[]): Promise<string[]> {
    const rows = accounts.map((account) => ({
      id: newId(),
      locale: 'vi' as const,
      active: true,
      mustChangePassword: false,
      demo: false,
      officialId: null,
      ...account,
    }));
    await this.db.repository(AccountEntity).insert(rows);
    return rows.map(({ id }) => id);
  }

  async update(id: string, change: Partial<AccountEntity>): Promise<void> {
    if (Object.keys(change).length > 0) await this.db.repository(AccountEntity).update({ id }, change);
  }

  /** Whose record an account of a unit of the scope is; null when there is no such account. Held until the transaction ends. */
  linked(scope: string, accountId: string): Promise<{ officialId: string | null } | null> {
    return this.db.row<{ officialId: string | null }>(
      `SELECT a.official_id AS "officialId" FROM accounts a WHERE a.id = $2 AND a.role <> 'official' AND ${inSubtree('a.unit_id', '$1')}
       FOR UPDATE`,
      [scope, accountId],
    );
  }

  /** Says whose record the account of a unit is, or that it is nobody's. */
  async link(accountId: string, officialId: string | null): Promise<void> {
    await this.db.write('UPDATE accounts SET official_id = $2 WHERE id = $1', [accountId, officialId]);
  }

  /** Accounts that an official holds: their own first, then those of units. */
  heldBy(officialId: string): Promise<HeldAccount[]> {
    return this.db.rows<HeldAccount>(
      `SELECT a.id, a.username, a.display_name AS "displayName", a.role, ${unitRefSql('u')} AS unit, a.active
       FROM accounts a JOIN units u ON u.id = a.unit_id WHERE a.official_id = $1 ORDER BY a.role <> 'official', a.username`,
      [officialId],
    );
  }

  /** Opens a session that ends by itself. */
  async openSession(accountId: string, tokenHash: Buffer, now: Date, expiresAt: Date): Promise<void> {
    await this.db.write('DELETE FROM sessions WHERE account_id = $1 AND expires_at < $2', [accountId, now]);
    await this.db.rows(
      'INSERT INTO sessions (id, account_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [newId(), accountId, tokenHash, now, expiresAt],
    );
  }

  async closeSession(id: string): Promise<void> {
    await this.close('id = $1', [id]);
  }

  /** Ends every session of an account but one. */
  async closeSessions(accountId: string, except: string | null = null): Promise<void> {
    await this.close('account_id = $1 AND id IS DISTINCT FROM $2', [accountId, except]);
  }

  /** What was opened with these sessions, such as a live connection, is closed with them. */
  private async close(which: string, values: unknown[]): Promise<void> {
    const closed = await this.db.rows<{ id: string; accountId: string }>(
      `DELETE FROM sessions WHERE ${which} RETURNING id, account_id AS "accountId"`,
      values,
    );
    this.live.say(...closed.map(({ id, accountId }) => ({ topic: SESSION_TOPIC, id, audience: { accountId } })));
  }

  /** Who is behind a session or a token, while it and the account are good. */
  actorBehind(kind: 'session' | 'token', tokenHash: Buffer): Promise<Actor | null> {
    return this.lookups[kind].ask(tokenHash);
  }

  /** Nothing is remembered from one request to the next: whoever logs out is out at once. */
  private async actorsBehind(
    kind: 'session' | 'token',
    hashes: readonly Buffer[],
  ): Promise<{ answer: Actor | null }[]> {
    const table = kind === 'session' ? 'sessions' : 'personal_tokens';
    const rows = await this.db.prepared<ActorRow | (Omit<ActorRow, 'accountId'> & { accountId: null })>(
      `actors-by-${kind}`,
      `SELECT a.id AS "accountId", a.username, a.display_name AS "displayName", a.role, a.unit_id AS "unitId", a.official_id AS "officialId", a.locale,
         s.id AS "credentialId"
       FROM unnest($1::bytea[]) WITH ORDINALITY AS asked(hash, n)
       LEFT JOIN ${table} s ON s.token_hash = asked.hash AND s.expires_at > $2
       LEFT JOIN accounts a ON a.id = s.account_id AND a.active ORDER BY asked.n`,
      [hashes, this.clock.now()],
    );
    return rows.map(({ credentialId, ...actor }) => ({
      answer: actor.accountId === null ? null : { ...actor, credential: { kind, id: credentialId } },
    }));
  }

  async insertToken(accountId: string, token: TokenView, tokenHash: Buffer): Promise<void> {
    await this.db.rows(
      'INSERT INTO personal_tokens (id, account_id, name, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [token.id, accountId, token.name, tokenHash, token.createdAt, token.expiresAt],
    );
  }

  /** Tokens of an account that are still good, newest first. */
  tokens(accountId: string, now: Date): Promise<TokenView[]> {
    return this.db.rows(
      `SELECT id, name, created_at AS "createdAt", expires_at AS "expiresAt" FROM personal_tokens
       WHERE account_id = $1 AND expires_at > $2 ORDER BY id DESC`,
      [accountId, now],
    );
  }

  /** Revokes a token of an account. @returns whether there was one. */
  async deleteToken(accountId: string, id: string): Promise<boolean> {
    return (
      (await this.db.write('DELETE FROM personal_tokens WHERE account_id = $1 AND id = $2', [accountId, id])) === 1
    );
  }
}
