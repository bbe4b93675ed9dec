import { ApiProblem } from '../api/problem';
import { ACCOUNT, forgetWhere, keep, recall, recallAll } from './store';

/** What the server answered, and when. */
export interface Copy<Value> {
  at: number;
  value: Value;
}

/** As long as a session lasts, unless the operator chose otherwise; afterwards one has to log in, for which one needs a network. */
const COPY_LIVES_MS = 12 * 60 * 60 * 1000;
const PREFIX = 'copy:';

export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.code === 'unreachable';

const isAlive = ({ at }: Copy<unknown>): boolean => Date.now() - at < COPY_LIVES_MS;

/** Copies of the account that was last logged in here. */
const prefixOf = async (name: string): Promise<string> => `${PREFIX}${(await recall<string>(ACCOUNT)) ?? ''}:${name}`;

/** What was kept under a name, unless it is too old. */
export async function recallCopy<Value>(name: string): Promise<Copy<Value> | undefined> {
  const copy = await recall<Copy<Value>>(await prefixOf(name));
  return copy && isAlive(copy) ? copy : undefined;
}

/** All copies whose names begin so. */
export async function recallCopies<Value>(beginning: string): Promise<Copy<Value>[]> {
  const copies = await recallAll<Copy<Value>>(await prefixOf(beginning));
  return copies.map(([, copy]) => copy).filter(isAlive);
}

/** Keeps an answer. */
export const keepCopy = async (name: string, value: object): Promise<void> =>
  keep(await prefixOf(name), { at: Date.now(), value } satisfies Copy<object>);

/**
 * Asks the server and keeps its answer; where it cannot be reached, what it answered before, with `keptAt`.
 * @throws ApiProblem what the server says, or that it cannot be reached and nothing was kept
 */
export async function askOrRecall<Value extends object>(
  name: string,
  ask: () => Promise<Value>,
): Promise<Value & { keptAt?: number }> {
  try {
    const value = await ask();
    await keepCopy(name, value);
    return value;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    const copy = await recallCopy<Value>(name);
    if (!copy) throw error;
    return { ...copy.value, keptAt: copy.at };
  }
}

/** The session has ended, or the copies are too old: lists in the making stay, answers do not. */
export const forgetCopies = (which: 'all' | 'old'): Promise<void> =>
  forgetWhere((key, value) => key.startsWith(PREFIX) && (which === 'all' || !isAlive(value as Copy<unknown>)));
