import { NestFactory } from '@nestjs/core';
import type { Clock } from '../../src/kernel/clock.js';
import { FirstStart } from '../../src/modules/demo/index.js';
import { SystemClock } from '../../src/platform/clock/system-clock.js';
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

  await tellTheDemo('template_demo', new TestClock());
}

/** Makes the database that the built product is started on: its demo is of the day it is. */
export async function buildTodaysTemplate(): Promise<void> {
  await tellTheDemo('template_today', new SystemClock());
}

async function tellTheDemo(name: string, clock: Clock): Promise<void> {
  await onServer(`CREATE DATABASE ${name} TEMPLATE template_empty`);
  const options = { settings: testSettings(), databaseUrl: databaseUrl(name), worker: false, clock };
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(options), {
    logger: ['error'],
    abortOnError: false,
  });
  await app.get(FirstStart).prepare();
  await app.close();
}
