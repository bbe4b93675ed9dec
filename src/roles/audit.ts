import { NestFactory } from '@nestjs/core';
import { SoundnessService } from '../modules/soundness/index.js';
import type { Settings } from '../platform/config/settings.js';
import { AppModule } from './app.module.js';
import { StartError } from './start-error.js';

/** Says to whoever called that something is broken; 1 says that the question could not be answered. */
const BROKEN = 2;

/** Goes through a named database, reading only, and prints each broken row; ends with exit code 2 where there is one. */
export async function audit(settings: Settings): Promise<void> {
  const { databaseUrl } = settings;
  if (databaseUrl === undefined)
    throw new StartError('Set DATABASE_URL: the audit reads a database that is a server of its own.');
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, databaseUrl, worker: false }), {
    logger: ['error'],
  });
  const findings = await app.get(SoundnessService).findings();
  await app.close();
  for (const finding of findings) console.log(JSON.stringify(finding));
  console.log(
    findings.length === 0
      ? 'The ledger of places adds up. Seats, waitlists, decisions and replacements too.'
      : `Broken rows: ${findings.length}`,
  );
  if (findings.length > 0) process.exitCode = BROKEN;
}
