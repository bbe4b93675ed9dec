import type { Answer, Body } from '../../support/client.js';

/** What the trail has to say of one step that was taken: lines of persons, and lines that a class may bring for all its people. */
export interface Said {
  readonly lines: readonly string[];
  readonly wide: readonly string[];
}

export const NOTHING_SAID: Said = { lines: [], wide: [] };

/** A line of somebody who has a nomination, or gets one. */
export const lineOf = (what: string, official: string, course: string): string => `${what} ${official}@${course}`;
/** A line of a nomination whose person is known only by its id. */
export const lineById = (what: string, id: string): string => `${what} #${id}`;
export const wideLine = (what: string, course: string): string => `${what} ${course}`;

export const said = (...lines: readonly string[]): Said => ({ lines, wide: [] });

/** What is asked may be refused by a rule, which changes nothing; it may not fail. */
export async function heard(asked: Promise<Answer>, then: (body: Body) => Said = () => NOTHING_SAID): Promise<Said> {
  const { status, body } = await asked;
  if (status >= 500) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return status < 300 ? then(body) : NOTHING_SAID;
}
