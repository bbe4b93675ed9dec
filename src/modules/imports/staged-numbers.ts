import { Injectable } from '@nestjs/common';
import { Secrets, Unreadable } from '../../platform/secrets/secrets.js';
import { maskNumber, SECRET_NUMBERS } from '../officials/index.js';
import type { Values } from './import.types.js';

const PURPOSE = 'import.number';

/** Numbers of people in the rows of an import: sealed as long as a row is kept, shown by their last digits. */
@Injectable()
export class StagedNumbers {
  constructor(private readonly secrets: Secrets) {}

  /** A row as it is kept. */
  seal = (values: Values): Values =>
    this.each(values, (digits) => this.secrets.seal(digits, PURPOSE).toString('base64'));

  /** A kept row as it was read; a number that can no longer be read is left out, as if its cell were empty. */
  open = (values: Values): Values => this.each(values, (sealed) => this.digits(sealed));

  /** A kept row as it is shown. */
  shown = (values: Values): Values => this.each(values, (sealed) => masked(this.digits(sealed)));

  private digits(sealed: string): string | null {
    try {
      return this.secrets.unseal(Buffer.from(sealed, 'base64'), PURPOSE);
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  private each(values: Values, change: (value: string) => string | null): Values {
    const numbers = SECRET_NUMBERS.flatMap((field) => {
      const value = values[field] ?? null;
      return value === null ? [] : [[field, change(String(value))] as const];
    });
    return numbers.length === 0 ? values : { ...values, ...Object.fromEntries(numbers) };
  }
}

const masked = (digits: string | null): string | null => digits && maskNumber(digits);
