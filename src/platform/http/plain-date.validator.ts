import { ValidateBy } from 'class-validator';
import { isPlainDate } from '../../kernel/plain-date.js';

/** A real calendar date written `YYYY-MM-DD`: 2026-02-30 is not one. */
export const IsPlainDate = () =>
  ValidateBy({
    name: 'isPlainDate',
    validator: { validate: (value: unknown) => typeof value === 'string' && isPlainDate(value) },
  });
