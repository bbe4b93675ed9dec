/** Nine digits or more, perhaps with blanks, dots or hyphens between them: a citizen id, an old identity card, a phone. */
const PERSONAL_NUMBER = /(?:\d[ .-]?){8}\d/;

/** Whether a note carries a number of a person; such a thing does not belong in a message. */
export const holdsPersonalNumber = (note: string): boolean => PERSONAL_NUMBER.test(note);
