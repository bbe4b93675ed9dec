import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, retry, throwError, timer } from 'rxjs';
import { isContention } from '../database/constraint-errors.js';

/** How often a request is taken again before its sender is told that the system is busy. */
const TRIES = 4;
/** The longest pause before the first of them; two that met do not meet again at the same moment. */
const PAUSE_MS = 40;

/**
 * Takes a request again that failed only because of what others did at the same moment, such as two that waited for each
 * other at an exclusion constraint. A use case is one transaction, so nothing of the failed one is left.
 */
@Injectable()
export class ContentionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    // A file that is sent along is read once.
    if (headers['content-type']?.startsWith('multipart/')) return next.handle();
    return next.handle().pipe(
      retry({
        count: TRIES,
        delay: (error: unknown, tries) =>
          isContention(error) ? timer(Math.random() * PAUSE_MS * tries) : throwError(() => error),
      }),
    );
  }
}
