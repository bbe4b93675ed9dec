import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';

/** A PostgreSQL of one test that can be killed; its address stays the same. */
export interface MortalPostgres {
  readonly url: string;
  /** Ends it as a power cut does, and starts it anew on what it had written. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Commits are written before they are answered, as in earnest; only the disk is not waited for: the machine stays up. */
const SETTINGS = { fsync: 'off' };

/** Starts one behind a door of its own, since each start takes another port. */
export async function startMortalPostgres(): Promise<MortalPostgres> {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-mortal-'));
  fs.chmodSync(folder, 0o755);
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ dataDir: folder, settings: SETTINGS });
  const door = net.createServer((client) => {
    const inner = net.connect(Number(new URL(server.url()).port), '127.0.0.1');
    client.pipe(inner).pipe(client);
    for (const [one, other] of [
      [client, inner],
      [inner, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  const url = new URL(server.url());
  url.port = String((door.address() as net.AddressInfo).port);
  return {
    url: url.href,
    async crash() {
      const [pid] = fs.readFileSync(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      await server.stop().catch(() => undefined);
      server = await startEmbeddedPostgres({ dataDir: folder, settings: SETTINGS });
    },
    async stop() {
      door.close();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
