import { Global, Module } from '@nestjs/common';
import { Journal } from './journal.js';
import './journal.messages.js';

/** What large operations did, row by row, so that they can be undone. */
@Global()
@Module({ providers: [Journal], exports: [Journal] })
export class JournalModule {}
