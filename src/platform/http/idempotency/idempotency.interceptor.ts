import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { catchError, from, mergeMap, type Observable, of } from 'rxjs';
import type { ActorRequest } from '../../access/authenticator.js';
import { InvalidInput } from '../domain-error.js';
import { IdempotentAnswers } from './idempotent-answers.js';

const KEY = /^[\x21-\x7e]{8,100}$/;

/** Answers a repeated request from what was kept of the first. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answers: IdempotentAnswers) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const key = request.headers['idempotency-key'];
    const { actor } = request;
    if (key === undefined || !actor) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key))
      throw new InvalidInput([{ path: 'Idempotency-Key', rule: 'idempotencyKey' }]);
    const bodyHash = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest();
    const asked = { accountId: actor.accountId, key, route: `${request.method} ${request.url}`, bodyHash };
    return from(this.answers.begin(asked)).pipe(
      mergeMap((kept) => {
        if (kept) {
          void reply.status(kept.status).header('idempotent-replay', 'true');
          return of(kept.answer);
        }
        return next.handle().pipe(
          mergeMap(async (answer: unknown) => {
            await this.answers.keep(asked, reply.statusCode, answer);
            return answer;
          }),
          // Refused or broken: nothing was done, so the same request may be tried again.
          catchError(async (error: unknown) => {
            await this.answers.forget(asked);
            throw error;
          }),
        );
      }),
    );
  }
}
