/** Căn cước (12 digits) or the old identity card (9). */
const CITIZEN_ID = /^(?:\d{9}|\d{12})$/;
const PARTY_CARD = /^\d{6,12}$/;

/** Numbers of a person that are kept sealed. */
export const SECRET_NUMBERS = ['citizenId', 'partyCard'] as const;
export type SecretNumber = (typeof SECRET_NUMBERS)[number];

/** A number as people write it, as the digits it is: `001 203 000 001` and `12.345678` alike. */
export const digitsOf = (written: string): string => written.normalize('NFKC').replace(/[\s.-]/g, '');

/** Whether digits can be such a number. */
export const isSecretNumber = (kind: SecretNumber, digits: string): boolean =>
  (kind === 'citizenId' ? CITIZEN_ID : PARTY_CARD).test(digits);

const SHOWN = 4;

/** What may be shown of a number: its last four digits, and how long it is. */
export const maskNumber = (digits: string): string => '•'.repeat(digits.length - SHOWN) + digits.slice(-SHOWN);
