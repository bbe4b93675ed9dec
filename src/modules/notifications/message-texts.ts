import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Gateways } from '../../platform/gateway/gateways.module.js';
import { hasMessage, Messages, readable } from '../../platform/messages/messages.js';
import { oneLine, shortMessageSize, type ShortMessageSize, withoutMarks } from './rules/short-message.js';
import { fillTemplate } from './template-text.js';
import { variablesOf } from './template-kinds.js';
import { type BothTexts, TemplatesRepository } from './templates.repository.js';

/** A message as it is kept: what it is about, and the version of the text it was made with. */
export interface KeptMessage {
  readonly kind: string;
  readonly facts: Record<string, unknown>;
  /** Null for the shipped text. */
  readonly templateVersion: number | null;
}

/** A message in words. */
export interface WrittenMessage {
  readonly title: string;
  readonly body: string;
  /** What goes by short message: one line. */
  readonly short: string;
}

/** A short message as it would go, and what it costs. */
export type ShortMessage = ShortMessageSize & { readonly text: string };

/** Texts of messages, each by the version that was in force when it was made. */
@Injectable()
export class MessageTexts {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly messages: Messages,
    private readonly gateways: Gateways,
  ) {}

  /** What messages say. @returns for each its text in a language, by default the reader's. */
  async writer(kept: readonly KeptMessage[]): Promise<(message: KeptMessage, locale?: Locale) => WrittenMessage> {
    const wanted = kept.flatMap(({ kind, templateVersion }) =>
      templateVersion === null ? [] : [{ kind, version: templateVersion }],
    );
    const texts = await this.templates.textsOf(wanted);
    return ({ kind, facts, templateVersion }, locale = this.messages.locale) => {
      const own = templateVersion === null ? undefined : texts.get(`${kind} ${templateVersion}`);
      return own ? this.filled(kind, own, facts, locale) : this.shipped(kind, facts, locale);
    };
  }

  /** Texts of one's own, filled. */
  filled(kind: string, texts: BothTexts, facts: Record<string, unknown>, locale: Locale): WrittenMessage {
    const { title, body, short } = texts[locale];
    const given = readable(facts, locale);
    const fill = (text: string): string => fillTemplate(text, variablesOf(kind), given);
    return { title: fill(title), body: fill(body), short: oneLine(fill(short ?? title)) };
  }

  /** A message as it would go by short message. */
  shortMessage({ short }: WrittenMessage): ShortMessage {
    const text = this.gateways.of('sms')?.plain ? withoutMarks(short) : short;
    return { text, ...shortMessageSize(text) };
  }

  private shipped(kind: string, facts: Record<string, unknown>, locale: Locale): WrittenMessage {
    const text = (part: string): string => this.messages.text(`notice.${kind}.${part}`, facts, locale);
    const short = hasMessage(`notice.${kind}.short`) ? text('short') : text('title');
    return { title: text('title'), body: text('body'), short: oneLine(short) };
  }
}
