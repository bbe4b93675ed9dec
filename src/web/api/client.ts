import createClient, { type Middleware } from 'openapi-fetch';
import { i18n } from '../i18n/i18n';
import { ApiProblem, type Problem } from './problem';
import type { components, paths } from './schema';

/** A view of the API's contract, by name. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** Turns whatever goes wrong into an `ApiProblem`. The reader's language goes along as a cookie. */
const middleware: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const problem = (await response
      .clone()
      .json()
      .catch(() => null)) as Problem | null;
    throw new ApiProblem(
      problem ?? { title: i18n.t('common.unreachable'), status: response.status, code: 'unreachable' },
    );
  },
  onError() {
    return new ApiProblem({ title: i18n.t('common.unreachable'), status: 0, code: 'unreachable' });
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin, credentials: 'same-origin' });
api.use(middleware);

/** The data of an answer: problems were thrown before, so it is there. */
export async function answer<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  return data as Data;
}
