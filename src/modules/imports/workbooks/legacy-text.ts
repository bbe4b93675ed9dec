import type { TextEncoding } from './workbook.types.js';

/**
 * Texts written for the fonts of before Unicode. A spreadsheet keeps them as the Western signs of the same numbers:
 * "NguyÔn V¨n An" is what .VnTime (TCVN 5712, "ABC") shows as "Nguyễn Văn An", "Nguyeãn Vaên An" what VNI-Times does.
 */

const pairs = (unicode: string, legacy: string): [string, string][] => {
  const signs = [...legacy];
  return [...unicode].map((letter, index) => [letter, signs[index] ?? '']);
};

/** Each letter and the sign that stands for it. Capitals with a tone do not exist: the capital fonts draw them. */
export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...pairs('ĂÂÊÔƠƯĐăâêôơưđ', '¡¢£¤¥¦§¨©ª«¬\u00ad®'),
  ...pairs('àảãáạằẳẵắặầẩẫấậ', 'µ¶·¸¹»¼½¾ÆÇÈÉÊË'),
  ...pairs('èẻẽéẹềểễếệìỉĩíị', 'ÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞ'),
  ...pairs('òỏõóọồổỗốộờởỡớợ', 'ßáâãäåæçèéêëìíî'),
  ...pairs('ùủũúụừửữứựỳỷỹýỵ', 'ïñòóôõö÷øùúûüýþ'),
]);

/** What follows a letter in VNI: the tones, the tones of â ê ô, and those of ă; in the order none, à, ả, ã, á, ạ. */
const VNI_TONES = { plain: ['', 'ø', 'û', 'õ', 'ù', 'ï'], hat: 'âàåãáä', bow: 'êèúüéë' };
const lower: [string, string][] = [
  ...vniGroup('aàảãáạ', 'a', VNI_TONES.plain),
  ...vniGroup('eèẻẽéẹ', 'e', VNI_TONES.plain),
  ...vniGroup('oòỏõóọ', 'o', VNI_TONES.plain),
  ...vniGroup('uùủũúụ', 'u', VNI_TONES.plain),
  ...vniGroup('yỳỷỹý', 'y', VNI_TONES.plain),
  ...vniGroup('ơờởỡớợ', 'ô', VNI_TONES.plain),
  ...vniGroup('ưừửữứự', 'ö', VNI_TONES.plain),
  ...vniGroup('âầẩẫấậ', 'a', VNI_TONES.hat),
  ...vniGroup('êềểễếệ', 'e', VNI_TONES.hat),
  ...vniGroup('ôồổỗốộ', 'o', VNI_TONES.hat),
  ...vniGroup('ăằẳẵắặ', 'a', VNI_TONES.bow),
  ...pairs('ìỉĩíịỵđ', 'ìæóíòîñ'),
];

function vniGroup(letters: string, base: string, marks: readonly string[] | string): [string, string][] {
  return [...letters].map((letter, tone) => [letter, base + (marks[tone] ?? '')]);
}

/** Each letter and the one or two signs that stand for it. */
export const VNI: ReadonlyMap<string, string> = new Map(
  [...lower, ...lower.map(([letter, signs]): [string, string] => [letter.toUpperCase(), signs.toUpperCase()])].filter(
    ([letter, signs]) => letter !== signs || letter > '\u007f',
  ),
);

/** Signs of bytes as Western Windows and as Vietnamese Windows understands them. */
const BYTES = Array.from({ length: 128 }, (_, index) => Buffer.from([index + 128]));
const [western, vietnamese] = ['windows-1252', 'windows-1258'].map((name) => new TextDecoder(name));
const CP1258: ReadonlyMap<string, string> = new Map(
  BYTES.map((byte) => [vietnamese?.decode(byte) ?? '', western?.decode(byte) ?? '']),
);

type Legacy = Exclude<TextEncoding, 'unicode'>;
const TABLES: Readonly<Record<Legacy, ReadonlyMap<string, string>>> = {
  tcvn3: TCVN3,
  vni: VNI,
  'windows-1258': CP1258,
};
const READERS = Object.fromEntries(
  Object.entries(TABLES).map(([name, table]) => [name, readerOf(table, name === 'vni')]),
) as Record<Legacy, (text: string) => string>;

/** @param anyCase whether a mark counts in either case: VNI's capitals are often typed with the marks of small letters. */
function readerOf(table: ReadonlyMap<string, string>, anyCase: boolean): (text: string) => string {
  const back = new Map([...table].map(([letter, signs]) => [signs, letter]));
  if (anyCase)
    for (const [letter, signs] of table) {
      const [base = '', mark = ''] = signs;
      if (mark !== '') back.set(base + (mark === mark.toLowerCase() ? mark.toUpperCase() : mark.toLowerCase()), letter);
    }
  const longestFirst = [...back.keys()].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((signs) => signs.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'g');
  return (text) => text.replace(pattern, (signs) => back.get(signs) ?? signs);
}

/** A text of an old encoding in the letters of today. Never fails; what it does not know it leaves. */
export function convert(text: string, encoding: TextEncoding): string {
  if (encoding === 'unicode') return text;
  const read = READERS[encoding](text).normalize('NFC');
  return encoding === 'tcvn3' && isDrawnInCapitals(text) ? read.toUpperCase() : read;
}

/** Capital fonts draw small letters with tones as capitals: whoever used one wrote the other letters as capitals. */
const isDrawnInCapitals = (text: string): boolean => /[A-Z][^a-z\s]*[A-Z]/.test(text) && !/[a-z]/.test(text);

const ONSET = 'ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]';
const NUCLEUS = 'i[aê]|yê|u[aôâêơ]|uy[aê]?|ư[aơ]|o[aăeo]|[aăâeêioôơuưy]';
const SYLLABLE = new RegExp(`^(?:${ONSET})?(?:${NUCLEUS})(ch|[cpt]|ng|nh|[mniyou])?$`);
const STOPPED = /^(?:ch|[cpt])$/;
const GLIDE = /^[iyou]$/;
const TONE_AT_END = /[\u0300\u0301\u0303\u0309\u0323]$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A syllable that ends in a stop has one of these two. */
const STOPPED_TONES = /[\u0301\u0323]/;

/** Whether a word can be a Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  const letters = word.normalize('NFD').toLowerCase();
  const tones = letters.match(TONES) ?? [];
  const coda = SYLLABLE.exec(letters.replace(TONES, '').normalize('NFC'));
  if (!coda || tones.length > 1) return false;
  // The tone stands on the vowel, not on what glides after it: "xão", never "xaõ".
  if (GLIDE.test(coda[1] ?? '') && TONE_AT_END.test(letters)) return false;
  return !STOPPED.test(coda[1] ?? '') || STOPPED_TONES.test(tones[0] ?? '');
}

/** Words that tell encodings apart: those with a sign beyond ASCII. Dashes and quotes of typography are no such signs. */
const WORDS = /[^\s\u2010-\u2026!-@[-`{-~]+/g;
const tellingWords = (text: string): string[] =>
  (text.match(WORDS) ?? []).filter((word) => /[^\u0000-\u007f]/.test(word));

/** Letters that no old encoding leaves behind. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]/;
const ENCODINGS: readonly TextEncoding[] = ['unicode', 'windows-1258', 'tcvn3', 'vni'];

const understood = (words: readonly string[], encoding: TextEncoding): number =>
  words.filter((word) =>
    encoding === 'unicode' ? isSyllable(word) : !UNICODE_ONLY.test(word) && isSyllable(convert(word, encoding)),
  ).length;

/** How the texts of a sheet are kept. */
export interface SheetEncoding {
  readonly encoding: TextEncoding;
  /** Some texts are Unicode besides: one that can be either is left as it is. */
  readonly mixed: boolean;
}

/** So many words of an old encoding among Unicode texts are no chance. */
const LEAST_WORDS = 3;
/** Of so many words, this part at least is understood in some encoding, else the texts are in one we do not know. */
const JUDGED_WORDS = 20;
const LEAST_UNDERSTOOD = 0.5;

/** Tells the encoding of texts by the words that come out right. @returns null when they are in none that is known */
export function encodingOf(texts: readonly string[]): SheetEncoding | null {
  const words = texts.flatMap(tellingWords);
  const old = words.filter((word) => !UNICODE_ONLY.test(word) && !isSyllable(word.normalize('NFC')));
  const scores = ENCODINGS.map((encoding) => ({ encoding, right: understood(words, encoding) }));
  const best = scores.reduce((a, b) => (b.right > a.right ? b : a));
  const isUnknown = words.length >= JUDGED_WORDS && best.right < words.length * LEAST_UNDERSTOOD;
  if (isUnknown && !words.some((word) => UNICODE_ONLY.test(word))) return null;
  if (best.encoding !== 'unicode') return { encoding: best.encoding, mixed: false };
  const second = scores
    .slice(1)
    .map(({ encoding }) => ({ encoding, right: understood(old, encoding) }))
    .reduce((a, b) => (b.right > a.right ? b : a));
  return second.right >= LEAST_WORDS
    ? { encoding: second.encoding, mixed: true }
    : { encoding: 'unicode', mixed: false };
}

/** A text of a sheet in the letters of today: one that is so already is left as it is. */
export function convertCell(text: string, { encoding, mixed }: SheetEncoding): string {
  if (encoding === 'unicode') return text;
  const words = tellingWords(text);
  if (words.length === 0 || words.some((word) => UNICODE_ONLY.test(word))) return text;
  const gain = understood(words, encoding) - understood(words, 'unicode');
  return gain > 0 || (gain === 0 && !mixed) ? convert(text, encoding) : text;
}
