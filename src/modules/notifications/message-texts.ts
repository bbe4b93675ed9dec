import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/access/actor.js';
import { Messages, readable } from '../../platform/messages/messages.js';
import { fillTemplate, type MessageText } from './template-text.js';
import { variablesOf } from './template-kinds.js';
import { type BothTexts, TemplatesRepository } from './templates.repository.js';

/** A message as it is kept: what it is about, and the version of the text it was made with. */
export interface KeptMessage {
  readonly kind: string;
  readonly facts: Record<string, unknown>;
  /** Null for the shipped text. */
  readonly templateVersion: number | null;
}

/** Texts of messages, each by the version that was in force when it was made. */
@Injectable()
export class MessageTexts {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly messages: Messages,
  ) {}

  /** What messages say. @returns for each its text in a language, by default the reader's. */
  async writer(kept: readonly KeptMessage[]): Promise<(message: KeptMessage, locale?: Locale) => MessageText> {
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
  filled(kind: string, texts: BothTexts, facts: Record<string, unknown>, locale: Locale): MessageText {
    const { title, body } = texts[locale];
    const given = readable(facts, locale);
    return {
      title: fillTemplate(title, variablesOf(kind), given),
      body: fillTemplate(body, variablesOf(kind), given),
    };
  }

  private shipped(kind: string, facts: Record<string, unknown>, locale: Locale): MessageText {
    return {
      title: this.messages.text(`notice.${kind}.title`, facts, locale),
      body: this.messages.text(`notice.${kind}.body`, facts, locale),
    };
  }
}
