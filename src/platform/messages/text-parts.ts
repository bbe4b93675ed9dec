/** A piece of a text: what is written, or the name of a fact that stands there. */
export type TextPart = string | { readonly name: string };

const MARK = /\{\{(\w+)\}\}/;

/**
 * A text taken apart at its marks, so that filling it in looks for nothing any more. Null where it asks for more than a
 * value in its place (formats, texts within texts), which is left to i18next.
 */
export function textParts(text: string): readonly TextPart[] | null {
  const parts = text.split(MARK).map((part, index) => (index % 2 === 1 ? { name: part } : part));
  return parts.some((part) => typeof part === 'string' && /[{}]|\$t\(/.test(part)) ? null : parts;
}

/** The text with its facts, written as i18next writes them: what nobody gave keeps its mark. */
export function fillIn(parts: readonly TextPart[], factOf: (name: string) => unknown): string {
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : written(factOf(part.name), part.name);
  return text;
}

function written(value: unknown, name: string): string {
  if (value === undefined) return `{{${name}}}`;
  if (value === null) return '';
  return typeof value === 'string' ? value : `${value as number}`;
}
