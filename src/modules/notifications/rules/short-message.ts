/** How a short message is carried: 7 bits a letter where the alphabet of GSM 03.38 has them all, else 16. */
export type ShortEncoding = 'gsm' | 'ucs2';

/** What a text costs as a short message. */
export interface ShortMessageSize {
  readonly encoding: ShortEncoding;
  /** In units of the encoding; signs of the extension count twice. */
  readonly length: number;
  readonly parts: number;
}

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Units of one message, and of each part of a longer one, whose parts carry a header. */
const ROOM: Record<ShortEncoding, { readonly single: number; readonly part: number }> = {
  gsm: { single: 160, part: 153 },
  ucs2: { single: 70, part: 67 },
};

/** Encoding, length and number of parts of a short message; a sign never lies across two parts. */
export function shortMessageSize(text: string): ShortMessageSize {
  const signs = [...text];
  const encoding = signs.every((sign) => BASIC.has(sign) || EXTENDED.has(sign)) ? 'gsm' : 'ucs2';
  const widths = signs.map((sign) => (encoding === 'gsm' ? (EXTENDED.has(sign) ? 2 : 1) : sign.length));
  const length = widths.reduce((sum, width) => sum + width, 0);
  return { encoding, length, parts: length <= ROOM[encoding].single ? 1 : partsOf(widths, ROOM[encoding].part) };
}

function partsOf(widths: readonly number[], room: number): number {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return parts;
}

/** One line of it: what a short message has no room for. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Without Vietnamese marks, for gateways and telephones that carry no more. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFC');
