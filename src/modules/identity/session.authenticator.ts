import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/access/actor.js';
import { Authenticator } from '../../platform/access/authenticator.js';
import { IdentityRepository } from './identity.repository.js';
import { secretHash } from './secrets.js';
import { SESSION_COOKIE } from './session-cookie.js';

const BEARER = /^Bearer (\S{20,200})$/;

/** Knows a person by a browser's session cookie or by a personal token. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(private readonly identities: IdentityRepository) {
    super();
  }

  async authenticate(request: FastifyRequest): Promise<Actor | null> {
    const bearer = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.identities.actorBehind('token', secretHash(bearer));
    const cookie = request.cookies[SESSION_COOKIE];
    return cookie ? this.identities.actorBehind('session', secretHash(cookie)) : null;
  }
}
