import { ValidateBy, ValidateIf } from 'class-validator';

/** May be left out, but not be null: what is left out stays as it is, and there is no such thing as none. */
export const IsOmittable = () => ValidateIf((_: unknown, value: unknown) => value !== undefined);

/** Text with something in it besides blanks. */
export const IsNotBlank = () =>
  ValidateBy({
    name: 'isNotEmpty',
    validator: { validate: (value: unknown) => typeof value === 'string' && value.trim() !== '' },
  });
