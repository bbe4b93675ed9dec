import { Global, Module } from '@nestjs/common';
import { Live } from './live.js';
import { LiveController } from './live.controller.js';
import { LiveHub } from './live-hub.js';
import { LiveLine } from './live-line.js';
import './live.policy.js';

/** Telling those who look that something changed. */
@Global()
@Module({ controllers: [LiveController], providers: [Live, LiveHub, LiveLine], exports: [Live] })
export class LiveModule {}
