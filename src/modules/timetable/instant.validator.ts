import { ValidateBy } from 'class-validator';
import { isPlainDate } from '../../kernel/plain-date.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2101, 0, 1);

/** An instant in ISO 8601 with its offset from UTC: without one nobody knows which instant is meant. */
export const IsInstant = () =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value: unknown) => {
        if (typeof value !== 'string' || !INSTANT.test(value) || !isPlainDate(value.slice(0, 10))) return false;
        const instant = Date.parse(value);
        return instant >= EARLIEST && instant < LATEST;
      },
    },
  });
