import { answer, api, type Schema } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { askOrRecall, forgetCopies, isUnreachable, keepCopy } from '../../offline/copies';
import { forgetOldDrafts, forgetOthersDrafts } from '../../offline/drafts';
import { ACCOUNT, forget, forgetAll, keep, LOGGED_OUT, recall } from '../../offline/store';

type Me = Schema<'MeView'>;
const COPY = 'me';

/** Who is logged in; without a network, who was. @throws ApiProblem 401 for nobody */
export async function whoAmI(): Promise<Me> {
  await forgetCopies('old');
  await tellOfLogOut();
  try {
    return await askOrRecall(COPY, async () => {
      const me = await answer(api.GET('/api/v1/auth/me'));
      await own(me.id);
      return me;
    });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) await forgetCopies('all');
    throw error;
  }
}

/** Somebody has just logged in. */
export async function welcome(me: Me): Promise<void> {
  await forget(LOGGED_OUT);
  await own(me.id);
  await keepCopy(COPY, me);
}

/** Nothing of anybody stays on the computer. Where the server cannot be told now, it is told as soon as it can be. */
export async function logOut(): Promise<void> {
  await forgetAll();
  try {
    await api.POST('/api/v1/auth/logout');
  } catch (error) {
    if (isUnreachable(error)) await keep(LOGGED_OUT, true);
  }
}

/** What is kept belongs to this account; what another left behind on this machine goes, but for lists it has sent off. */
async function own(accountId: string): Promise<void> {
  const before = await recall<string>(ACCOUNT);
  if (before !== undefined && before !== accountId) {
    await forgetCopies('all');
    await forgetOthersDrafts(accountId);
  }
  await forgetOldDrafts();
  await keep(ACCOUNT, accountId);
}

/** @throws ApiProblem 401: until the server knows, whoever opens this browser is nobody. */
async function tellOfLogOut(): Promise<void> {
  if (!(await recall<boolean>(LOGGED_OUT))) return;
  try {
    await api.POST('/api/v1/auth/logout');
  } catch (error) {
    if (isUnreachable(error)) throw new ApiProblem({ title: '', status: 401, code: 'logged-out' });
  }
  await forget(LOGGED_OUT);
}
