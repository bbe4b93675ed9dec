import { NestFactory } from '@nestjs/core';
import { PhonesReseal } from '../modules/notifications/index.js';
import { ResealService } from '../modules/officials/index.js';
import type { Settings } from '../platform/config/settings.js';
import { AppModule } from './app.module.js';
import { StartError } from './start-error.js';

/** Seals all numbers of a named database anew with the first key of DATA_KEY, so that the others can be forgotten. */
export async function reseal(settings: Settings): Promise<void> {
  const { databaseUrl, dataKey = '' } = settings;
  if (databaseUrl === undefined)
    throw new StartError('Set DATABASE_URL: keys are changed where the database is a server of its own.');
  if (!dataKey.includes(',')) throw new StartError('Set DATA_KEY to the new key, a comma, and the old one.');
  const app = await NestFactory.createApplicationContext(AppModule.forRoot({ settings, databaseUrl, worker: false }), {
    logger: ['error'],
  });
  const numbers = await app.get(ResealService).all((done) => {
    console.log(`Sealed anew so far: ${done}`);
  });
  const phones = await app.get(PhonesReseal).all();
  const resealed = numbers.resealed + phones.resealed;
  const unreadable = numbers.unreadable + phones.unreadable;
  await app.close();
  if (unreadable > 0)
    throw new StartError(
      `Sealed anew: ${resealed}. With none of the keys named can be read: ${unreadable}. Name their key too and run it again.`,
    );
  console.log(`Sealed anew: ${resealed}. Nothing needs the older keys any more.`);
}
