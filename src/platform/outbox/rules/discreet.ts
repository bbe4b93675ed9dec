const HIDDEN = '…';

/** What may stand in the words of an error and is nobody's business who looks after machines. */
const PRIVATE: readonly [RegExp, string][] = [
  // Credentials of an address, and of a header.
  [/(\b[a-z][a-z+.-]*:\/\/)[^\s/@]+@/gi, `$1${HIDDEN}@`],
  [/\b(bearer|basic|token|password|pass|key|secret)([\s:="']+)[^\s"',;]+/gi, `$1$2${HIDDEN}`],
  // Mailboxes keep their domain, by which a fault of a mail system is found.
  [/[\w.%+-]+@(?=[\w-]+\.)/g, `${HIDDEN}@`],
  // Telephone and citizen numbers; no addresses of machines, no days.
  [/(?<![\w.:-])(?!\d{1,3}(?:\.\d{1,3}){3}\b|\d{4}-\d\d-\d\d)\+?\d(?:[ .-]?\d){8,14}(?![\w-])/g, HIDDEN],
  // Links and other long random texts.
  [/[\w-]{40,}(?:\.[\w-]+)*/g, HIDDEN],
];

/** The words of an error as operators see them: without secrets and without what belongs to people. */
export const discreet = (words: string): string =>
  PRIVATE.reduce((text, [pattern, instead]) => text.replace(pattern, instead), words);
