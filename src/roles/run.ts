import { readSettings, type Settings, SettingsError } from '../platform/config/settings.js';
import { EmbeddedPostgresError } from '../platform/database/embedded/index.js';
import { StartError } from './start-error.js';

type Role = (settings: Settings) => Promise<void>;

/** Each command of the one program, loaded only when it is asked for. */
const ROLES: Record<string, () => Promise<Role>> = {
  all: async () => (await import('./all.js')).all,
  api: async () => (await import('./api.js')).api,
  worker: async () => (await import('./worker.js')).worker,
  migrate: async () => (await import('./migrate.js')).migrate,
  reseal: async () => (await import('./reseal.js')).reseal,
  audit: async () => (await import('./audit.js')).audit,
  'rebuild-queue': async () => (await import('./rebuild-queue.js')).rebuildQueue,
  openapi: async () => (await import('./openapi.js')).openapi,
};

/** Runs a command, `all` when none is named. What is expected to go wrong ends in one line and exit code 1. */
export async function run(command = 'all'): Promise<void> {
  try {
    const role = ROLES[command];
    if (!role) throw new StartError(`There is no command "${command}". Use one of: ${Object.keys(ROLES).join(', ')}.`);
    await (
      await role()
    )(readSettings());
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

function explain(error: unknown): unknown {
  const expected = [SettingsError, EmbeddedPostgresError, StartError].some((kind) => error instanceof kind);
  return expected && error instanceof Error ? error.message : error;
}
