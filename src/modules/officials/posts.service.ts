import { Injectable } from '@nestjs/common';
import { Transactional } from '@nestjs-cls/transactional';
import { newId } from '../../kernel/ids.js';
import { toNfc } from '../../kernel/vietnamese-text.js';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound } from '../../platform/http/domain-error.js';
import type { PostDto, UpdatePostDto } from './dto/record.dto.js';
import type { PostView } from './dto/record.view.js';
import { MainPostsOverlap } from './official-record.errors.js';
import { type OpenRecord, OfficialRecords, refuseFaults } from './official-records.js';
import { OfficialsQueries } from './officials.queries.js';
import { placeMainPost } from './rules/main-posts.js';
import { faultsOfPastDay, faultsOfSpan } from './rules/record-dates.js';

type WholePost = Omit<PostView, 'unit'> & { readonly unitId: string };

/** Posts of an official: several at once, one of them the main one. */
@Injectable()
export class PostsService {
  constructor(
    private readonly db: Database,
    private readonly queries: OfficialsQueries,
    private readonly records: OfficialRecords,
  ) {}

  /** Adds a post; a new main one ends the one before. @throws NotFound, InvalidInput, MainPostsOverlap */
  @Transactional()
  async add(actor: Actor, officialId: string, dto: PostDto): Promise<PostView> {
    const record = await this.records.open(actor, officialId);
    await this.records.assertUnits(actor, { unitId: dto.unitId });
    const post = { ...dto, id: newId(), title: toNfc(dto.title).trim(), from: dto.from ?? null, to: dto.to ?? null };
    await this.place(record, post);
    await this.db.rows(
      `INSERT INTO official_posts (id, official_id, unit_id, title, category, main, held)
       VALUES ($1, $2, $3, $4, $5, $6, daterange($7::date, $8::date, '[]'))`,
      [post.id, officialId, post.unitId, post.title, post.category, post.main, post.from, post.to],
    );
    return this.done(actor, 'official.post-added', record, post);
  }

  /** Corrects or ends a post. @throws NotFound, InvalidInput, StaleVersion, MainPostsOverlap */
  @Transactional()
  async change(
    actor: Actor,
    officialId: string,
    postId: string,
    { dto, version }: { dto: UpdatePostDto; version: number | undefined },
  ): Promise<PostView> {
    const record = await this.records.open(actor, officialId, version);
    const { unit, ...before } = await this.find(officialId, postId);
    await this.records.assertUnits(actor, { unitId: dto.unitId });
    const post = { unitId: unit.id, ...before, ...dto, title: toNfc(dto.title ?? before.title).trim() };
    await this.place(record, post);
    await this.db.write(
      `UPDATE official_posts SET unit_id = $2, title = $3, category = $4, main = $5,
         held = daterange($6::date, $7::date, '[]') WHERE id = $1`,
      [postId, post.unitId, post.title, post.category, post.main, post.from, post.to],
    );
    const { from, to, main } = before;
    return this.done(actor, 'official.post-changed', record, post, { before: { from, to, main } });
  }

  /** Takes out a post that was recorded by mistake. @throws NotFound, StaleVersion */
  @Transactional()
  async remove(actor: Actor, officialId: string, postId: string, version?: number): Promise<void> {
    const record = await this.records.open(actor, officialId, version);
    const { from, to, main } = await this.find(officialId, postId);
    await this.db.write('DELETE FROM official_posts WHERE id = $1', [postId]);
    await this.records.changed(actor, 'official.post-removed', record, { from, to, main });
  }

  /** Makes room for a main post. */
  private async place(record: OpenRecord, post: WholePost): Promise<void> {
    refuseFaults([
      ...faultsOfPastDay('from', post.from, record.bornOn, this.records.today()),
      ...faultsOfSpan(post, record.bornOn).filter(({ path }) => path === 'to'),
    ]);
    if (!post.main) return;
    const others = (await this.queries.posts(record.id)).filter(({ id, main }) => main && id !== post.id);
    const placement = placeMainPost(others, post);
    if (!placement.possible) throw new MainPostsOverlap();
    if (!placement.ends) return;
    await this.db.write(`UPDATE official_posts SET held = daterange(lower(held), $2::date, '[]') WHERE id = $1`, [
      placement.ends.id,
      placement.ends.on,
    ]);
  }

  /** Whoever holds a main post today works where that post is. */
  private async done(
    actor: Actor,
    action: string,
    record: OpenRecord,
    post: WholePost,
    data: Record<string, unknown> = {},
  ): Promise<PostView> {
    await this.db.write(
      `UPDATE officials o SET unit_id = p.unit_id FROM official_posts p WHERE p.id = $1 AND p.main AND p.held @> $2::date
         AND o.id = p.official_id AND o.unit_id <> p.unit_id`,
      [post.id, this.records.today()],
    );
    const { from, to, main } = post;
    await this.records.changed(actor, action, record, { from, to, main, ...data });
    return this.find(record.id, post.id);
  }

  private async find(officialId: string, postId: string): Promise<PostView> {
    const post = (await this.queries.posts(officialId)).find(({ id }) => id === postId);
    if (!post) throw new NotFound('postId');
    return post;
  }
}
