import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../../src/platform/config/settings.js';
import { createHttpApp } from '../../src/platform/http/create-http-app.js';
import { AppModule } from '../../src/roles/app.module.js';
import { type Client, clientOf, logIn } from './client.js';
import { TestClock } from './clock.js';
import { newDatabase, type Template, type TestDatabase } from './database.js';
import { testSettings } from './settings.js';
import { until } from './until.js';

/** What was promised, and what is due and will be promised in a moment. */
const OPEN_PROMISES = `SELECT ((SELECT count(*) FROM outbox)
  + (SELECT count(*) FROM reminders WHERE state = 'planned' AND due_at <= $1))::int`;

/** The whole product on a database of its own, answering on a free port. */
export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Somebody who is not logged in. */
  readonly anyone: Client;
  /** A demo account; logs in at the first use. */
  as(username: string): Promise<Client>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  readonly template?: Template;
  /** Whether promises are kept too. */
  readonly worker?: boolean;
  readonly settings?: Partial<Settings>;
  /** One more process on the database of this one. */
  readonly beside?: TestApp;
}

export async function startApp({
  template = 'demo',
  worker = false,
  settings: given = {},
  beside,
}: TestAppOptions = {}): Promise<TestApp> {
  const database = beside?.database ?? (await newDatabase(template));
  const clock = beside?.clock ?? new TestClock();
  const settings = testSettings(given);
  const module = AppModule.forRoot({ settings, databaseUrl: database.url, worker, clock });
  const app = await createHttpApp(module, settings, '/no-web-client');
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('localhost', '127.0.0.1');
  // A worker has the demo's promises to keep first; what a test waits for comes after them.
  if (worker && !beside)
    await until(
      'what the demo promised is kept',
      async () => (await database.value(OPEN_PROMISES, [clock.now()])) === 0,
      25_000,
    );
  const clients = new Map<string, Promise<Client>>();
  return {
    url,
    app,
    database,
    clock,
    anyone: clientOf(url),
    as: (username) => {
      const client = clients.get(username) ?? logIn(url, username);
      clients.set(username, client);
      return client;
    },
    async stop() {
      await app.close();
      if (!beside) await database.drop();
    },
  };
}
