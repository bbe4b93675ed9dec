import { hash, verify } from '@node-rs/argon2';
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** OWASP's first choice for argon2id: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id hash of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

/** Whether a password belongs to a hash. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

/** A bearer secret of 256 bits, safe in headers and cookies. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a bearer secret. It is random, so a fast hash is enough. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Letters and digits that nobody confuses when they are read out. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be handed over once: four groups of four, about 79 bits. */
export function newOneTimePassword(): string {
  const letter = (): string => CLEAR.charAt(randomInt(CLEAR.length));
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, letter).join('')).join('-');
}
