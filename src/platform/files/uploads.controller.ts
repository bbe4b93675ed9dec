import { Controller, Delete, Head, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { definePolicy, Policy } from '../access/policy.js';
import { Uploads } from './uploads.js';

export const uploadsPolicy = definePolicy({ 'uploads.use': ['board', 'committee', 'cell'] });

/** The routes of tus 1.0; the protocol is its own contract, so they are not in ours. */
@ApiExcludeController()
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  /** Begins an upload: its length, and its name in `Upload-Metadata`. */
  @Post()
  @Policy('uploads.use')
  begin(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, request, reply);
  }

  /** How far it has come. */
  @Head(':id')
  @Policy('uploads.use')
  offset(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, request, reply);
  }

  /** Goes on from there. */
  @Patch(':id')
  @Policy('uploads.use')
  goOn(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, request, reply);
  }

  @Delete(':id')
  @Policy('uploads.use')
  giveUp(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(actor, request, reply);
  }

  private async answer(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack();
    await this.uploads.answer(request.raw, reply.raw, actor.accountId);
  }
}
