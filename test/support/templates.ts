import { NestFactory } from '@nestjs/core';
import { FirstStart } from '../../src/modules/demo/index.js';
import { migrateDatabase } from '../../src/platform/database/data-source.js';
import { migrateQueue } from '../../src/platform/queue/bullmq.js';
import { AppModule } from '../../src/roles/app.module.js';
import { TestClock } from './clock.js';
import { databaseUrl, onServer } from './server.js';
import { testSettings } from './settings.js';

/** Makes the databases that tests copy. */
export async function buildTemplates(): Promise<void> {
  await onServer('CREATE DATABASE template_empty');
  await migrateDatabase(databaseUrl('template_empty'));
  await migrateQueue(databaseUrl('template_empty'));

  await onServer('CREATE DATABASE template_demo TEMPLATE template_empty');
  const options = {
    settings: testSettings(),
    databaseUrl: databaseUrl('template_demo'),
    worker: false,
    clock: new TestClock(),
  };
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(options), {
    logger: ['error'],
    abortOnError: false,
  });
  await app.get(FirstStart).prepare();
  await app.close();
}
