import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../platform/access/authenticator.js';
import { UnitsModule } from '../units/index.js';
import { AccountEntity } from './account.entity.js';
import { AccountsCarryOver } from './accounts.carry-over.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsQueries } from './accounts.queries.js';
import { AccountsService } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { IdentityRepository } from './identity.repository.js';
import { LoginLimiter } from './login-limiter.js';
import { SessionAuthenticator } from './session.authenticator.js';
import { AccountsExport } from './accounts.export.js';
import './identity.errors.js';
import './identity.messages.js';
import './identity.policy.js';

/** Global for one reason: the guard in the platform asks for the `Authenticator`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AccountEntity]), UnitsModule],
  controllers: [AuthController, AccountsController],
  providers: [
    AccountsExport,
    AccountsCarryOver,
    AccountsQueries,
    AccountsService,
    AuthService,
    IdentityRepository,
    LoginLimiter,
    { provide: Authenticator, useClass: SessionAuthenticator },
  ],
  exports: [AccountsCarryOver, AccountsQueries, IdentityRepository, Authenticator],
})
export class IdentityModule {}
