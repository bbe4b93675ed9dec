import { InvalidInput } from './domain-error.js';

const ENTITY_TAG = /^(?:W\/)?"?(\d+)"?$/;

/**
 * The version a caller read, from the `If-Match` header (`"3"`); undefined when the header is missing or `*`.
 * @throws InvalidInput when it is not one of ours.
 */
export function readVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const version = ENTITY_TAG.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new InvalidInput([{ path: 'If-Match', rule: 'current' }]);
  return Number(version);
}
