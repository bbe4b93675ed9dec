import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { Clock } from '../../kernel/clock.js';
import { plainDateIn } from '../../kernel/plain-date.js';
import type { Actor } from '../../platform/access/actor.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { WishDto } from './dto/proposal.dto.js';
import type { WishableClass, WishableClasses } from './dto/proposal.view.js';
import { ProposedTwice } from './proposals.errors.js';
import { ProposalsQueries } from './proposals.queries.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposalsTrail } from './proposals.trail.js';

/** Officials who ask to be sent themselves (nguyện vọng): noted with their cell, which takes it up or says why not. */
@Injectable()
export class WishesService {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly queries: ProposalsQueries,
    private readonly trail: ProposalsTrail,
    private readonly clock: Clock,
  ) {}

  /** Open classes that call the reader's unit, with what became of their own wishes. */
  async classes(actor: Actor): Promise<WishableClasses> {
    return { items: await this.queries.openFor(actor.officialId ?? '', this.today()) };
  }

  /** @throws NotFound, ProposedTwice */
  @Transactional()
  async wish(actor: Actor, { courseId, note }: WishDto): Promise<WishableClasses> {
    const found = await this.find(actor, ({ course }) => course.id === courseId, 'courseId');
    if (!found.canWish) throw new ProposedTwice('courseId');
    const officialId = actor.officialId ?? '';
    const cellId = (await this.queries.homeOf(officialId)) ?? actor.unitId;
    const kept = { state: 'interest' as const, note: note?.trim() || null, bySelf: true };
    const where = { courseId, cellId, unitId: found.unit.id };
    const ids = await this.proposals.add(where, [officialId], kept, this.by(actor));
    await this.trail.wished(actor, found.course, where, ids);
    return this.classes(actor);
  }

  /** @throws NotFound unless it is the reader's own and nobody has taken it up. */
  @Transactional()
  async withdraw(actor: Actor, id: string): Promise<WishableClasses> {
    const found = await this.find(actor, ({ wishId }) => wishId === id, 'id');
    if (!(await this.proposals.withdrawWish(id, actor.officialId ?? '', this.by(actor)))) throw new NotFound('id');
    await this.trail.wishWithdrawn(actor, found.course, id);
    return this.classes(actor);
  }

  private async find(actor: Actor, is: (one: WishableClass) => boolean, path: string): Promise<WishableClass> {
    const found = (await this.classes(actor)).items.find(is);
    if (!found) throw new NotFound(path);
    return found;
  }

  private by({ accountId }: Actor): { accountId: string; at: Date } {
    return { accountId, at: this.clock.now() };
  }

  private today() {
    return plainDateIn(this.clock.now());
  }
}
