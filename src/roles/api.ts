import type { Settings } from '../platform/config/settings.js';
import { hasPendingMigrations } from '../platform/database/data-source.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { AppModule } from './app.module.js';
import { listen, stopOnSignals } from './serve.js';
import { StartError } from './start-error.js';
import { webFolder } from './web-folder.js';

/** Answers requests; any number of these may run. */
export async function api(settings: Settings): Promise<void> {
  const databaseUrl = await migratedDatabase(settings);
  const app = await createHttpApp(AppModule.forRoot({ settings, databaseUrl, worker: false }), settings, webFolder());
  stopOnSignals(app);
  await listen(app, settings);
}

/** The database to work on. @throws StartError when none is named, or its schema is older than this program. */
export async function migratedDatabase({ databaseUrl }: Settings): Promise<string> {
  if (databaseUrl === undefined)
    throw new StartError('Set DATABASE_URL: only the command without a name brings its own PostgreSQL.');
  if (await hasPendingMigrations(databaseUrl))
    throw new StartError('The database is older than this program. Run the command "migrate" first.');
  return databaseUrl;
}
