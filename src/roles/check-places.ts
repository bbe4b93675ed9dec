import { NestFactory } from '@nestjs/core';
import { PlacesCheckService } from '../modules/quotas/index.js';
import type { Settings } from '../platform/config/settings.js';
import { AppModule } from './app.module.js';
import { StartError } from './start-error.js';

/** Holds every place against the ledger, beside the running product; ends with an error when something does not agree. */
export async function checkPlaces(settings: Settings): Promise<void> {
  const { databaseUrl } = settings;
  if (databaseUrl === undefined)
    throw new StartError('Set DATABASE_URL: the check looks at a database that is a server of its own.');
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, databaseUrl, worker: false }), {
    logger: ['error'],
  });
  const { quotas, entries, differences } = await app.get(PlacesCheckService).look();
  await app.close();
  for (const { what, id, expected, found } of differences)
    console.log(`${what} ${id}: expected ${expected}, found ${found}`);
  if (differences.length > 0) throw new StartError(`Places that do not agree with the ledger: ${differences.length}.`);
  console.log(`Every place agrees: ${quotas} rows, ${entries} entries of the ledger.`);
}
