import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';
import { CurrentActor } from '../access/current-actor.js';
import { Policy } from '../access/policy.js';
import { LiveHub } from './live-hub.js';

/** Against every proxy that would gather, compress or keep what must arrive at once. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-store, no-transform',
  'x-accel-buffering': 'no',
  connection: 'keep-alive',
};

@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(private readonly hub: LiveHub) {}

  /**
   * What changes in the caller's part of the tree, as server-sent events: `change` with `{topic, ids}` (read it again;
   * no ids: many), `missed` (read everything again), `ended` (logged out). It never carries the data itself.
   */
  @Get()
  @Policy('live.listen')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async listen(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const path = await this.hub.prepare(actor);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS });
    const leave = this.hub.join(actor, path, request, {
      get unread() {
        return raw.writableLength;
      },
      write: (text) => raw.write(text),
      end: () => raw.end(),
    });
    raw.once('close', leave);
  }
}
