import { clear, createStore, del, delMany, entries, get, set } from 'idb-keyval';

/**
 * What this browser keeps for work without a network: lists in the making, and of the server's answers only what is needed
 * to make them. Every key names its account; log-out wipes everything. Where a browser keeps nothing (a private window of
 * some), the application works as long as there is a network.
 */
const store = createStore('hong-chuyen', 'kept');

/** Whose lists and answers are kept. */
export const ACCOUNT = 'account';
/** Somebody logged out without a network: the server has still to be told. */
export const LOGGED_OUT = 'logged-out';

export const keep = (key: string, value: unknown): Promise<void> => set(key, value, store).catch(() => undefined);

export const recall = <Value>(key: string): Promise<Value | undefined> => get<Value>(key, store).catch(() => undefined);

export const forget = (key: string): Promise<void> => del(key, store).catch(() => undefined);

export const forgetAll = (): Promise<void> => clear(store).catch(() => undefined);

/** Everything under a beginning of keys. */
export async function recallAll<Value>(prefix: string): Promise<[key: string, value: Value][]> {
  const all = await entries<string, Value>(store).catch(() => []);
  return all.filter(([key]) => key.startsWith(prefix));
}

/** Forgets what `isOld` says of. */
export async function forgetWhere(isOld: (key: string, value: unknown) => boolean): Promise<void> {
  const all = await entries<string, unknown>(store).catch(() => []);
  await delMany(
    all.filter(([key, value]) => isOld(key, value)).map(([key]) => key),
    store,
  ).catch(() => undefined);
}
