import { Global, Module } from '@nestjs/common';
import { Messages } from './messages.js';
import './platform.messages.js';

/** Texts of the server, in Vietnamese and English. */
@Global()
@Module({ providers: [Messages], exports: [Messages] })
export class MessagesModule {}
