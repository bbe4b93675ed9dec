import { Injectable } from '@nestjs/common';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { ValidateBy } from 'class-validator';
import { Secrets } from './secrets.js';

/** What a number is sealed as. */
export const PHONE_PURPOSE = 'contact.phone';
const COUNTRY = 'VN';
const SHOWN_DIGITS = 3;

/** A number in E.164, read as people in Viet Nam write theirs; null when it is none. */
export function phoneOf(text: string): string | null {
  const number = parsePhoneNumberFromString(text, COUNTRY);
  return number?.isValid() ? number.number : null;
}

/** Enough of a number to know it again, and no more. */
export const maskPhone = (number: string): string => `••• ${number.slice(-SHOWN_DIGITS)}`;

/** A number that can be called, in any way people write it. */
export const IsPhone = () =>
  ValidateBy({
    name: 'isPhone',
    validator: { validate: (value: unknown) => typeof value === 'string' && phoneOf(value) !== null },
  });

/** Phone numbers as they may lie in the database. */
@Injectable()
export class PhoneNumbers {
  constructor(private readonly secrets: Secrets) {}

  /** Seals a number as somebody wrote it. @throws Error for what is no number: the DTO refuses it before. */
  seal(text: string): Buffer {
    const number = phoneOf(text);
    if (number === null) throw new Error('Not a phone number');
    return this.secrets.seal(number, PHONE_PURPOSE);
  }

  /** @throws Unreadable */
  reveal(sealed: Buffer): string {
    return this.secrets.unseal(sealed, PHONE_PURPOSE);
  }
}
