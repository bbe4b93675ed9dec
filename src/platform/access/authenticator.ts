import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/** Tells who is behind a request. Implemented by the room that owns accounts and sessions. */
export abstract class Authenticator {
  /** The person, or null when the request carries no valid session or token. */
  abstract authenticate(request: FastifyRequest): Promise<Actor | null>;
}

/** A request after the guard has let it in. */
export interface ActorRequest extends FastifyRequest {
  actor?: Actor;
}
