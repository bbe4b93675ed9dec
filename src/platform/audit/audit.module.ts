import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.js';

/** Who did what, when. */
@Global()
@Module({ providers: [Audit], exports: [Audit] })
export class AuditModule {}
