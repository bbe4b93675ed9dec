import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { within } from '../kernel/within.js';
import { FirstStart } from '../modules/demo/index.js';
import type { Settings } from '../platform/config/settings.js';
import { StartError } from './start-error.js';

const LOOPBACK = '127.0.0.1';

/**
 * Listens. While demo accounts exist, whose password everyone knows, on this machine's own address alone.
 * @returns whether demo accounts exist.
 * @throws StartError when the port is taken or the address is not this machine's.
 */
export async function listen(app: NestFastifyApplication, { port, host: wanted }: Settings): Promise<boolean> {
  await app.init();
  const demo = await app.get(FirstStart).hasDemoAccounts();
  const host = demo ? LOOPBACK : wanted;
  try {
    // Not Nest's own `listen`, which also logs what we say in one line.
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EADDRINUSE')
      throw new StartError(`Port ${port} is in use. Stop the other program, or set PORT to a free one.`);
    if (code === 'EADDRNOTAVAIL') throw new StartError(`This machine has no address ${host}. Set HOST to one it has.`);
    if (code === 'EACCES') throw new StartError(`Port ${port} needs more rights. Set PORT to one above 1023.`);
    throw error;
  }
  if (host !== wanted) console.log(`HOST is left aside: with demo accounts it listens on ${LOOPBACK} alone.`);
  return demo;
}

/** How long what is at work may take to end: less than `docker-compose.yml` waits before it kills. */
const PATIENCE_MS = 15_000;

/**
 * Stops cleanly on Ctrl-C, SIGTERM and SIGHUP: first the application, then what it stands on. A client of a Redis that does
 * not answer would wait for it for ever; what was promised is in the database, so that nothing is lost by not waiting.
 */
export function stopOnSignals(
  app: INestApplicationContext,
  afterwards: () => Promise<void> = () => Promise.resolve(),
): void {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= within(PATIENCE_MS, app.close(), sayWhatIsLeft)
      .then(afterwards)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function sayWhatIsLeft(): void {
  console.error(
    `Something at work did not end within ${PATIENCE_MS / 1000} s, such as a question to a Redis that does not answer. ` +
      'It is left; nothing that was promised is lost.',
  );
}
