import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { constraintError, isContention } from '../../platform/database/constraint-errors.js';
import { DomainError } from '../../platform/http/domain-error.js';
import { Messages } from '../../platform/messages/messages.js';
import type { DecisionsDto } from './dto/nomination.dto.js';
import type { DecidedLine, DecidedView } from './dto/nomination.view.js';
import { ReviewService } from './review.service.js';

/** Deciding on many people at once, each answered for itself. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly review: ReviewService,
    private readonly messages: Messages,
  ) {}

  /**
   * Takes one step for each nomination in the order given, each in a transaction of its own: what cannot be done is said
   * in its line and does not stop the others.
   */
  async decide(actor: Actor, { step, reason, items }: DecisionsDto): Promise<DecidedView> {
    const lines: DecidedLine[] = [];
    for (const { id, version } of items) {
      try {
        const nomination = await this.review.take(actor, step, id, reason ?? null, version);
        lines.push({ id, done: true, nomination, code: null, message: null });
      } catch (thrown) {
        lines.push({ id, done: false, nomination: null, ...this.refusal(thrown) });
      }
    }
    return { items: lines };
  }

  /** What is known to go wrong, in words; anything else is thrown on. */
  private refusal(thrown: unknown): { code: string; message: string } {
    const known = thrown instanceof DomainError ? thrown : constraintError(thrown);
    if (known) {
      const [field] = known.errors;
      const key = known.status === 422 && field ? `rule.${field.rule}` : `error.${known.code}`;
      return { code: known.code, message: this.messages.text(key, { ...known.facts, ...field?.facts }) };
    }
    if (isContention(thrown)) return { code: 'busy', message: this.messages.text('error.busy') };
    throw thrown;
  }
}
