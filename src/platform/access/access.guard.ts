import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Settings } from '../config/settings.js';
import { ForeignOrigin, NotAllowed, NotLoggedIn } from './access.errors.js';
import { type ActorRequest, Authenticator } from './authenticator.js';
import { mayRole, POLICY, PUBLIC } from './policy.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Denies every request that no policy allows. Runs before pipes, so that a stranger learns nothing of a body's shape. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const at = [context.getHandler(), context.getClass()];
    this.refuseForeignWrites(request);
    if (this.reflector.getAllAndOverride<string | undefined>(PUBLIC, at)) return true;

    const actor = await this.authenticator.authenticate(request);
    if (!actor) throw new NotLoggedIn();
    const ability = this.reflector.getAllAndOverride<string | undefined>(POLICY, at);
    if (!ability || !mayRole(actor.role, ability)) throw new NotAllowed(ability ?? 'none');
    request.actor = actor;
    return true;
  }

  /** A browser always says where a write comes from; programs that send a token need not. */
  private refuseForeignWrites(request: ActorRequest): void {
    const { origin } = request.headers;
    if (origin === undefined || READS.has(request.method)) return;
    const ours = [new URL(this.settings.publicUrl).origin, `${request.protocol}://${request.host}`];
    if (!ours.includes(origin)) throw new ForeignOrigin();
  }
}
