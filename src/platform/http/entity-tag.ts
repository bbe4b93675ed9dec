import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** Sends the version of what is answered as `ETag`, to be sent back as `If-Match` with a change. */
class EntityTagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<{ version: number }> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body) => {
        void reply.header('etag', `"${body.version}"`);
        return body;
      }),
    );
  }
}

/** Says that the answer has a version, which goes out as `ETag`. */
export const WithEntityTag = () => applyDecorators(UseInterceptors(EntityTagInterceptor));

/** Says that a change may name the version it is a change of. */
export const TakesIfMatch = () =>
  applyDecorators(ApiHeader({ name: 'if-match', required: false, description: 'The version that was read.' }));
