import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import type { Settings } from '../platform/config/settings.js';
import { migratedDatabase } from './api.js';
import { AppModule } from './app.module.js';
import { stopOnSignals } from './serve.js';

/** Carries and keeps promises: reminders, messages, e-mail. Any number of these may run. */
export async function worker(settings: Settings): Promise<void> {
  const databaseUrl = await migratedDatabase(settings);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, databaseUrl, worker: true }), {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  stopOnSignals(app);
}
