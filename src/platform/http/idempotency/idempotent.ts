import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

export const IDEMPOTENT = 'http:idempotent';

/**
 * Makes a route answer a request that is sent twice as it answered it the first time: the sender gives it a key of its
 * own in the header `Idempotency-Key`. Without one nothing changes and nothing is paid.
 */
export const Idempotent = () =>
  applyDecorators(
    SetMetadata(IDEMPOTENT, true),
    UseInterceptors(IdempotencyInterceptor),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      schema: { type: 'string', minLength: 8, maxLength: 100 },
      description: 'The same key and body again: the same answer, and nothing is done twice. Kept for seven days.',
    }),
  );
