import fs from 'node:fs';
import { Module } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/**
 * One real PostgreSQL for the whole run, whichever of Jest's projects asks for it first, with two databases to copy from:
 * `template_empty` (migrated) and `template_demo` (migrated, and filled with the pilot district at a fixed day).
 */
export default async function globalSetup(): Promise<void> {
  if ('stopTestPostgres' in globalThis) return;
  resolveSources();
  const { startEmbeddedPostgres } = await import('../../src/platform/database/embedded/index.js');
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-test-'));
  fs.chmodSync(folder, 0o755); // PostgreSQL may run as another user when we are root
  const server = await startEmbeddedPostgres({
    dataDir: folder,
    // So that a test can tell in which order things were committed.
    settings: { fsync: 'off', synchronous_commit: 'off', track_commit_timestamp: 'on' },
    maxConnections: 300,
  });
  Object.assign(globalThis, {
    stopTestPostgres: async () => {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  });
  process.env.TEST_POSTGRES_URL = server.url('postgres');
  const { buildTemplates } = await import('./templates.js');
  await buildTemplates();
}

/** Jest maps `./x.js` to `./x.ts` inside tests only; this file runs outside them. */
function resolveSources(): void {
  type Resolve = (request: string, parent?: { filename?: string }, ...rest: unknown[]) => string;
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = function (request, parent, ...rest) {
    const ours = request.startsWith('.') && request.endsWith('.js') && parent?.filename?.endsWith('.ts');
    return resolve.call(this, ours ? request.replace(/\.js$/, '.ts') : request, parent, ...rest);
  };
}
