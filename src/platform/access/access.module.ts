import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { AccessBootCheck } from './boot-check.js';

/** Deny by default: the guard on every route and the check that no route forgot its policy. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [{ provide: APP_GUARD, useClass: AccessGuard }, AccessBootCheck],
})
export class AccessModule {}
