import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../platform/config/settings.js';
import { API_PREFIX } from '../platform/http/api-prefix.js';
import { openApiDocument } from '../platform/http/openapi.js';
import { AppModule } from './app.module.js';

/** Writes the API's contract to standard output; needs no database. */
export async function openapi(settings: Settings): Promise<void> {
  const module = AppModule.forRoot({ settings, databaseUrl: 'postgres://unused', worker: false });
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
    preview: true,
  });
  app.setGlobalPrefix(API_PREFIX);
  process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}
