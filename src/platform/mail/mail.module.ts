import { Global, Module } from '@nestjs/common';
import { BounceAddress } from './bounce-address.js';
import { BounceMailbox } from './bounce-mailbox.js';
import { Mailer } from './mailer.js';

const PROVIDERS = [BounceAddress, BounceMailbox, Mailer];

@Global()
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class MailModule {}
