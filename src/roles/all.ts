import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FirstStart } from '../modules/demo/index.js';
import type { Settings } from '../platform/config/settings.js';
import { migrateDatabase } from '../platform/database/data-source.js';
import { startEmbeddedPostgres } from '../platform/database/embedded/index.js';
import { createHttpApp } from '../platform/http/create-http-app.js';
import { migrateQueue } from '../platform/queue/bullmq.js';
import { vapidBeside } from '../platform/push/vapid-file.js';
import { dataKeyBeside } from '../platform/secrets/data-key-file.js';
import { AppModule } from './app.module.js';
import { listen, stopOnSignals } from './serve.js';
import { webFolder } from './web-folder.js';

/** The whole product in one process, on its own PostgreSQL unless a server is named. */
export async function all(given: Settings): Promise<void> {
  const embedded =
    given.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: given.dataDir }) : undefined;
  try {
    const settings = embedded ? withOwnKeys(given) : given;
    const databaseUrl = settings.databaseUrl ?? embedded?.url() ?? '';
    await migrateDatabase(databaseUrl);
    if (settings.redisUrl === undefined) await migrateQueue(databaseUrl);
    const app = await createHttpApp(AppModule.forRoot({ settings, databaseUrl, worker: true }), settings, webFolder());
    await app.init();
    stopOnSignals(app, async () => embedded?.stop());
    await open(app, settings).catch(async (error: unknown) => {
      await app.close(); // before what it stands on
      throw error;
    });
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Beside the embedded database lie the keys that nobody named. */
const withOwnKeys = (given: Settings): Settings => ({
  ...given,
  dataKey: given.dataKey ?? dataKeyBeside(given.dataDir),
  vapid: given.vapid ?? vapidBeside(given.dataDir, given.publicUrl),
});

async function open(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const made = await app.get(FirstStart).prepare();
  const demo = await listen(app, settings);
  console.log(`\nHồng Chuyên: http://localhost:${settings.port}`);
  if (demo) console.log(DEMO_ACCOUNTS);
  if (made.admin) console.log(`First administrator: ${made.admin.username}, one-time password: ${made.admin.password}`);
}

const DEMO_ACCOUNTS = `Demo accounts, password hong-chuyen-demo:
  board         Ban Tổ chức (Organizing Board)
  leader        lãnh đạo, chỉ xem (reads)
  xa-bix        Đảng ủy xã Bính Xá; xa-<code> for each commune
  chibo-bix-1   a Party cell of Bính Xá; chibo-<code>-<n>
  can-bo        an official of Bính Xá: their own training and record`;
