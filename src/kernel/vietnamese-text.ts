/** One form for each letter, however it was typed: what is stored. */
export const toNfc = (text: string): string => text.normalize('NFC');

/**
 * What search compares: no marks, đ as d, lower case, single spaces, plain dashes and quotes. Letters and signs become
 * what the database's `fold()` makes of them; the database keeps the spaces that are stored.
 */
export const foldVietnamese = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd') // ð and Ð are what old Vietnamese fonts leave behind for đ and Đ
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ');

const collator = new Intl.Collator('vi');

/** Given name, middle names, family name: the order in which Vietnamese lists compare people. */
export function nameSortKey(fullName: string): readonly [given: string, middle: string, family: string] {
  const words = toNfc(fullName).trim().split(/\s+/);
  const given = words.pop() ?? '';
  const [family = '', ...middle] = words;
  return [given, middle.join(' '), family];
}

/** Orders full names as Vietnamese lists do. @returns negative, zero or positive. */
export function compareVietnameseNames(a: string, b: string): number {
  const [left, right] = [nameSortKey(a), nameSortKey(b)];
  return (
    collator.compare(left[0], right[0]) || collator.compare(left[1], right[1]) || collator.compare(left[2], right[2])
  );
}
