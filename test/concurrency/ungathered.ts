import { ClaimsService } from '../../src/modules/nominations/claims.service.js';
import type { TestApp } from '../support/app.js';

/** From now on claims are written as if each came to a process of its own. @returns what makes it as it was. */
export function ungathered(app: TestApp): () => void {
  const claims = app.app.get<{ gatherer: unknown; alone(request: unknown): Promise<unknown> }>(ClaimsService);
  const usual = claims.gatherer;
  claims.gatherer = { ask: (request: unknown) => claims.alone(request) };
  return () => {
    claims.gatherer = usual;
  };
}
