import { Injectable } from '@nestjs/common';
import i18next, { type i18n } from 'i18next';
import { ClsService } from 'nestjs-cls';
import { type Locale, LOCALES } from '../access/actor.js';
import { fillIn, type TextPart, textParts } from './text-parts.js';

/** Key of the reader's language in the request's store. */
export const LOCALE = 'locale';

type Texts = Record<string, string>;

const catalogues: Record<Locale, Texts> = { vi: {}, en: {} };

/** Texts taken apart, by key; null where filling one in asks for more than putting values in. */
const taken: Record<Locale, Map<string, readonly TextPart[] | null>> = { vi: new Map(), en: new Map() };

/**
 * Adds a room's texts. Keys are flat: `error.<code>`, `rule.<rule>` and whatever the room itself asks for;
 * `{{name}}` marks what is filled in. The type makes both languages carry the same keys.
 */
export function defineMessages<Key extends string>(texts: { vi: Record<Key, string>; en: Record<Key, string> }): Key[] {
  for (const locale of LOCALES) {
    Object.assign(catalogues[locale], texts[locale]);
    for (const key of Object.keys(texts[locale])) taken[locale].delete(key);
  }
  return Object.keys(texts.vi) as Key[];
}

/** A text as it was written, with its marks. */
export const rawMessage = (key: string, locale: Locale): string => catalogues[locale][key] ?? '';

/** Whether a text exists in both languages. */
export const hasMessage = (key: string): boolean => LOCALES.every((locale) => key in catalogues[locale]);

/** In which the web client keeps the language that its reader chose; downloads carry it as every other request does. */
const LANGUAGE_COOKIE = /(?:^|;\s*)hong_chuyen_language=(vi|en)(?:;|$)/;

/** The language of a request: the one that its reader chose, else English when it asks for that first, else Vietnamese. */
export function localeOf(headers: { readonly cookie?: string; readonly 'accept-language'?: string }): Locale {
  const chosen = LANGUAGE_COOKIE.exec(headers.cookie ?? '')?.[1];
  if (chosen !== undefined) return chosen === 'en' ? 'en' : 'vi';
  return headers['accept-language']?.trim().toLowerCase().startsWith('en') ? 'en' : 'vi';
}

/** Sentences for people, in their language. */
@Injectable()
export class Messages {
  private readonly translators = new Map<Locale, i18n>();

  constructor(private readonly cls: ClsService) {}

  /** The language of the request at hand; Vietnamese outside a request. */
  get locale(): Locale {
    return (this.cls.isActive() ? this.cls.get<Locale | undefined>(LOCALE) : undefined) ?? 'vi';
  }

  /**
   * A text in the reader's language.
   * @param facts what `{{…}}` in the text stands for; dates as `YYYY-MM-DD` are written the way the reader does.
   */
  text(key: string, facts: Record<string, unknown> = {}, locale: Locale = this.locale): string {
    const parts = 'count' in facts ? null : this.partsOf(key, locale);
    if (parts) return fillIn(parts, (name) => (name in facts ? readableValue(name, facts[name], locale) : undefined));
    return this.translator(locale).t(key, readable(facts, locale));
  }

  private partsOf(key: string, locale: Locale): readonly TextPart[] | null {
    let parts = taken[locale].get(key);
    if (parts === undefined) {
      const text = catalogues[locale][key];
      parts = text === undefined ? null : textParts(text);
      taken[locale].set(key, parts);
    }
    return parts;
  }

  private translator(locale: Locale): i18n {
    let translator = this.translators.get(locale);
    if (!translator) {
      translator = i18next.createInstance();
      void translator.init({
        lng: locale,
        resources: { [locale]: { translation: catalogues[locale] } },
        keySeparator: false,
        nsSeparator: false,
        initAsync: false,
        interpolation: { escapeValue: false },
        showSupportNotice: false,
      });
      this.translators.set(locale, translator);
    }
    return translator;
  }
}

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Dates as people write them, and codes such as a level's as their own texts. */
export function readable(facts: Record<string, unknown>, locale: Locale): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, readableValue(name, value, locale)]));
}

function readableValue(name: string, value: unknown, locale: Locale): unknown {
  if (typeof value !== 'string') return value;
  return catalogues[locale][`value.${name}.${value}`] ?? value.replace(PLAIN_DATE, '$3/$2/$1');
}
