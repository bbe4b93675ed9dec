import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { until } from './until.js';

/** A Redis of one test file. */
export interface TestRedis {
  readonly url: string;
  flush(): Promise<void>;
  /** Ends it as a power cut does, all forgotten, and starts it anew at the same address. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real Redis on a free port. @throws Error that says how to install it. */
export async function startRedis(): Promise<TestRedis> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen-redis-'));
  const port = await freePort();
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  let failure: Error | undefined;
  const run = () => {
    const child = spawn('redis-server', words, { stdio: 'ignore' });
    child.once('error', (error) => (failure = error));
    return { child, ended: new Promise((resolve) => child.once('close', resolve)) };
  };
  let running = run();
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { retryStrategy: () => 25, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  try {
    await until('Redis answers', () => {
      if (failure) throw new Error(`These tests need Redis: apt-get install -y redis-server (${failure.message})`);
      return client.status === 'ready';
    });
  } catch (error) {
    client.disconnect();
    running.child.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    flush: async () => void (await client.flushall()),
    async crash() {
      running.child.kill('SIGKILL');
      await running.ended;
      running = run();
    },
    async stop() {
      client.disconnect();
      running.child.kill('SIGTERM');
      await running.ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
