import { Body, Controller, Delete, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/access/actor.js';
import { CurrentActor } from '../../platform/access/current-actor.js';
import { Policy } from '../../platform/access/policy.js';
import { TakesIfMatch } from '../../platform/http/entity-tag.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { readVersion } from '../../platform/http/if-match.js';
import { PostDto, UpdatePostDto } from './dto/record.dto.js';
import { PostView } from './dto/record.view.js';
import { PostsService } from './posts.service.js';

/** Posts of an official. The version is that of the whole record. */
@ApiTags('officials')
@Controller('officials/:id/posts')
export class PostsController {
  constructor(private readonly posts: PostsService) {}

  @Post()
  @Policy('officials.manage')
  add(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() dto: PostDto): Promise<PostView> {
    return this.posts.add(actor, id, dto);
  }

  @Patch(':postId')
  @Policy('officials.manage')
  @TakesIfMatch()
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('postId', IdPipe) postId: string,
    @Body() dto: UpdatePostDto,
    @Headers('if-match') ifMatch?: string,
  ): Promise<PostView> {
    return this.posts.change(actor, id, postId, { dto, version: readVersion(ifMatch) });
  }

  @Delete(':postId')
  @HttpCode(204)
  @Policy('officials.manage')
  @TakesIfMatch()
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('postId', IdPipe) postId: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<void> {
    return this.posts.remove(actor, id, postId, readVersion(ifMatch));
  }
}
