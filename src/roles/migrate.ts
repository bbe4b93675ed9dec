import { NestFactory } from '@nestjs/core';
import { FirstStart } from '../modules/demo/index.js';
import type { Settings } from '../platform/config/settings.js';
import { migrateDatabase } from '../platform/database/data-source.js';
import { migrateQueue } from '../platform/queue/bullmq.js';
import { AppModule } from './app.module.js';
import { StartError } from './start-error.js';

/** Brings a named database to the newest schema, and makes the first administrator of an empty one. */
export async function migrate(settings: Settings): Promise<void> {
  const { databaseUrl } = settings;
  if (databaseUrl === undefined)
    throw new StartError('Set DATABASE_URL: the embedded PostgreSQL migrates itself at each start.');
  const done = await migrateDatabase(databaseUrl);
  if (settings.redisUrl === undefined) await migrateQueue(databaseUrl);
  console.log(done.length === 0 ? 'The database is up to date.' : `Ran: ${done.join(', ')}`);

  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, databaseUrl, worker: false }), {
    logger: ['error'],
  });
  const { admin } = await app.get(FirstStart).prepare();
  await app.close();
  if (admin) console.log(`First administrator: ${admin.username}, one-time password: ${admin.password}`);
}
