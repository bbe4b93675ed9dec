import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { constraintError, isContention } from '../database/constraint-errors.js';
import { hasMessage, localeOf, Messages } from '../messages/messages.js';
import { DomainError, type FieldError } from './domain-error.js';

/** RFC 9457, with the fields that are wrong. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  instance: string;
  errors?: { path: string; rule: string; message: string }[];
  [fact: string]: unknown;
}

const FALLBACK_CODES: Record<number, string> = {
  400: 'broken-json',
  404: 'no-such-route',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** Turns everything that is thrown into `application/problem+json` in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly messages: Messages) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = this.problem(thrown, request);
    if (problem.status >= 500 && problem.code === 'unexpected') this.logger.error(thrown);
    if (problem.code === 'busy') void reply.header('retry-after', '1');
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problem(thrown: unknown, request: FastifyRequest): Problem {
    const known = thrown instanceof DomainError ? thrown : constraintError(thrown);
    if (known) return this.describe(request, known.code, known.status, known.facts, known.errors);
    if (isContention(thrown)) return this.describe(request, 'busy', 503);
    const status = statusOf(thrown);
    const code = FALLBACK_CODES[status] ?? (status < 500 ? 'invalid-input' : 'unexpected');
    const errors = code === 'broken-json' ? [{ path: 'body', rule: 'json' }] : [];
    return this.describe(request, code, status, {}, errors);
  }

  private describe(
    request: FastifyRequest,
    code: string,
    status: number,
    facts: Record<string, unknown> = {},
    errors: readonly FieldError[] = [],
  ): Problem {
    const locale = localeOf(request.headers);
    return {
      ...facts,
      type: `/problems/${code}`,
      title: this.messages.text(`error.${code}`, facts, locale),
      status,
      code,
      instance: `urn:request:${request.id}`,
      ...(errors.length > 0 && {
        errors: errors.map(({ path, rule, facts: ruleFacts }) => ({
          path,
          rule,
          message: this.messages.text(hasMessage(`rule.${rule}`) ? `rule.${rule}` : 'rule.unknown', ruleFacts, locale),
        })),
      }),
    };
  }
}

/** The status of an error of Nest or Fastify; anything else is ours to mend. */
function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const { statusCode } = (thrown ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 ? statusCode : 500;
}
