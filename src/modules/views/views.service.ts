import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Audit } from '../../platform/audit/audit.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { CreateSavedViewDto, UpdateSavedViewDto } from './dto/saved-view.dto.js';
import type { SavedViewPage, SavedViewView } from './dto/saved-view.view.js';
import { ViewsQueries } from './views.queries.js';
import { ViewsRepository } from './views.repository.js';

/** Views of lists: one's own to change, those of one's unit and of the units above to look at. */
@Injectable()
export class ViewsService {
  constructor(
    private readonly queries: ViewsQueries,
    private readonly views: ViewsRepository,
    private readonly audit: Audit,
  ) {}

  /** What the reader can choose from for a list. */
  async list(actor: Actor, list: string): Promise<SavedViewPage> {
    const items = await this.queries.list(actor, list);
    return { items, total: items.length };
  }

  /** @throws ViewNameTaken */
  @Transactional()
  async create(actor: Actor, dto: CreateSavedViewDto): Promise<SavedViewView> {
    const id = newId();
    if (dto.isDefault) await this.views.dropDefault(actor.accountId, dto.list);
    await this.views.insert(actor, id, { ...dto, name: plainName(dto.name) });
    await this.record(actor, 'savedView.created', id);
    return this.own(actor, id);
  }

  /** @throws NotFound when it is not the person's own; ViewNameTaken */
  @Transactional()
  async update(actor: Actor, id: string, dto: UpdateSavedViewDto): Promise<SavedViewView> {
    const { list } = await this.own(actor, id);
    if (dto.isDefault) await this.views.dropDefault(actor.accountId, list);
    const name = dto.name === undefined ? {} : { name: plainName(dto.name) };
    await this.views.update(actor.accountId, id, { ...dto, ...name });
    await this.record(actor, 'savedView.changed', id);
    return this.own(actor, id);
  }

  /** @throws NotFound when it is not the person's own. */
  @Transactional()
  async delete(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id);
    await this.views.delete(actor.accountId, id);
    await this.record(actor, 'savedView.deleted', id);
  }

  private async own(actor: Actor, id: string): Promise<SavedViewView> {
    const view = await this.queries.find(actor.accountId, id);
    if (!view) throw new NotFound('id');
    return view;
  }

  private record(actor: Actor, action: string, id: string): Promise<void> {
    return this.audit.record({ actor, action, subjectType: 'savedView', subjectId: id, unitId: actor.unitId });
  }
}

const plainName = (name: string): string => toNfc(name).trim().replace(/\s+/g, ' ');
