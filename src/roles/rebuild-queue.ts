import { NestFactory } from '@nestjs/core';
import { RemindersService } from '../modules/reminders/index.js';
import type { Settings } from '../platform/config/settings.js';
import { QueueRebuild } from '../platform/outbox/queue-rebuild.js';
import { migratedDatabase } from './api.js';
import { AppModule } from './app.module.js';

/** Makes the queue anew from the rows that promise, after a restore or when nobody knows what it holds. */
export async function rebuildQueue(settings: Settings): Promise<void> {
  const databaseUrl = await migratedDatabase(settings);
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, databaseUrl, worker: false }), {
    logger: ['error'],
  });
  const people = await app.get(RemindersService).lookAgain();
  const promises = await app.get(QueueRebuild).rebuild();
  await app.close();
  console.log(
    `The queue is made anew: ${promises} promises are handed over again, ${people} waiting messages looked at again.`,
  );
}
