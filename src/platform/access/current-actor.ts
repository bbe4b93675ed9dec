import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from './actor.js';
import type { ActorRequest } from './authenticator.js';
import { NotLoggedIn } from './access.errors.js';

/** The person who makes this request; only on routes with a policy. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new NotLoggedIn();
  return actor;
});
