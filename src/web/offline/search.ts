/** Letters as one types them in a hurry: without marks, đ as d. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Whether a name has all words, with or without marks, as the server's search finds them. */
export const hasWords = (name: string, words: string): boolean => fold(name).includes(fold(words.trim()));
