import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { Settings } from '../../platform/config/settings.js';
import { NotFound } from '../../platform/http/domain-error.js';
import { Messages } from '../../platform/messages/messages.js';
import { calendarFile } from './calendar-file.js';
import { CalendarRepository } from './calendar.repository.js';
import type { CalendarAddressView, MadeCalendarAddress } from './dto/calendar.view.js';

/** How far back a calendar program sees. */
const PAST_MS = 120 * 86_400_000;

/** Private addresses at which calendar programs follow the timetable. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly calendar: CalendarRepository,
    private readonly messages: Messages,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  address(actor: Actor): Promise<CalendarAddressView> {
    return this.calendar.address(actor.accountId);
  }

  /** Makes the caller's address anew; only its hash is kept, so it is shown this once. */
  @Transactional()
  async make(actor: Actor): Promise<MadeCalendarAddress> {
    const token = randomBytes(24).toString('base64url');
    await this.calendar.make(newId(), actor.accountId, hashOf(token), this.clock.now());
    await this.record(actor, 'calendar.addressMade');
    const url = new URL(`/api/v1/calendar/${token}.ics`, this.settings.publicUrl).href;
    return { ...(await this.calendar.address(actor.accountId)), url };
  }

  @Transactional()
  async revoke(actor: Actor): Promise<void> {
    if (await this.calendar.revoke(actor.accountId)) await this.record(actor, 'calendar.addressRevoked');
  }

  /** The file at an address. @throws NotFound when it is nobody's, or no longer */
  async file(token: string): Promise<string> {
    const now = this.clock.now();
    const owner = await this.calendar.owner(hashOf(token), now);
    if (!owner) throw new NotFound('token');
    const entries = await this.calendar.entries(owner, new Date(now.getTime() - PAST_MS));
    return calendarFile(entries, {
      name: this.messages.text('calendar.name', {}, owner.locale),
      lecturer: (name) => this.messages.text('calendar.lecturer', { name }, owner.locale),
      link: (courseId) => new URL(`/lop/${courseId}`, this.settings.publicUrl).href,
    });
  }

  private record(actor: Actor, action: string): Promise<void> {
    const { accountId: subjectId, unitId } = actor;
    return this.audit.record({ actor, action, subjectType: 'account', subjectId, unitId });
  }
}

/** The token is random, so a fast hash is enough. */
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
