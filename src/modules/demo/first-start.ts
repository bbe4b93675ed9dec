import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import { hashPassword, IdentityRepository, newOneTimePassword } from '../identity/index.js';
import { UnitEntity } from '../units/index.js';
import { DemoStory } from './demo.story.js';

/** What the first start made. */
export interface Prepared {
  /** The first administrator, whose password is shown this once. */
  readonly admin?: { readonly username: string; readonly password: string };
}

/** Any number that no other program of ours uses: two first starts at once make one district. */
const FIRST_START_LOCK = 4_517_002;

/** Gives an empty database something to begin with: the pilot district, or an administrator. */
@Injectable()
export class FirstStart {
  constructor(
    private readonly db: Database,
    private readonly identities: IdentityRepository,
    private readonly story: DemoStory,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Does nothing where any account exists; all or nothing otherwise. */
  @Transactional()
  async prepare(): Promise<Prepared> {
    await this.db.rows('SELECT pg_advisory_xact_lock($1)', [FIRST_START_LOCK]);
    if (await this.identities.hasAny()) return {};
    if (!this.settings.demo) return { admin: await this.firstAdministrator() };
    await this.story.tell();
    return {};
  }

  hasDemoAccounts(): Promise<boolean> {
    return this.identities.hasDemo();
  }

  /** A root unit to be renamed, and a board account for it. */
  private async firstAdministrator(): Promise<{ username: string; password: string }> {
    const unitId = newId();
    await this.db.repository(UnitEntity).insert({
      id: unitId,
      parentId: null,
      kind: 'district-committee',
      code: 'GOC',
      name: 'Đảng bộ (đặt tên ở mục Quản trị)',
      version: 1,
    });
    const password = newOneTimePassword();
    await this.identities.insert({
      username: 'admin',
      displayName: 'Quản trị',
      role: 'board',
      unitId,
      email: null,
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
      createdAt: this.clock.now(),
    });
    return { username: 'admin', password };
  }
}
