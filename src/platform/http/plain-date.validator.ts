import { ValidateBy } from 'class-validator';
import { isPlainDate } from '../../kernel/plain-date.js';

const EARLIEST = '1900-01-01';
const LATEST = '2100-12-31';

/** A real calendar date written `YYYY-MM-DD`, of this century or the last: 2026-02-30 is not one, nor is the year 1. */
export const IsPlainDate = () =>
  ValidateBy({
    name: 'isPlainDate',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && isPlainDate(value) && value >= EARLIEST && value <= LATEST,
    },
  });
