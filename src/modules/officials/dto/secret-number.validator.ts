import { ValidateBy } from 'class-validator';
import { digitsOf, isSecretNumber, type SecretNumber } from '../rules/numbers.js';

const digits = (kind: SecretNumber) =>
  ValidateBy({
    name: `${kind}Digits`,
    validator: { validate: (value: unknown) => typeof value === 'string' && isSecretNumber(kind, digitsOf(value)) },
  });

/** A citizen id, with or without spaces and dots. */
export const CitizenIdDigits = () => digits('citizenId');

/** The number of a Party card, with or without spaces and dots. */
export const PartyCardDigits = () => digits('partyCard');
