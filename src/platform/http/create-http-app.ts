import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import fs from 'node:fs';
import { type IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Logger } from 'nestjs-pino';
import { newId } from '../../kernel/ids.js';
import type { Settings } from '../config/settings.js';
import { API_PREFIX } from './api-prefix.js';
import { inputPipe } from './input.pipe.js';
import { openApiDocument } from './openapi.js';
import { LARGEST_UPLOAD } from './upload.js';

/** Large enough that a field of a megabyte is answered by the field's own rule. */
const BODY_LIMIT = 4 * 1024 * 1024;

const HASHED_FILES = `${path.sep}assets${path.sep}`;

/** The HTTP application, ready to listen. @param webFolder the built web client, served where it exists. */
export async function createHttpApp(
  module: DynamicModule,
  settings: Settings,
  webFolder: string,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustProxy,
    genReqId: () => newId(),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.setGlobalPrefix(API_PREFIX);
  app.useGlobalPipes(inputPipe());
  const fastify = adapter.getInstance<FastifyInstance>();
  await fastify.register(cookie);
  await fastify.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 20, fieldSize: 65_536 } });
  // Parts of an upload: left for the protocol's own handler to read.
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => {
    done(null);
  });
  guardAnswers(fastify, settings);
  keepAnswersOutOfCaches(fastify);
  describeApi(app);
  if (fs.existsSync(path.join(webFolder, 'index.html'))) await serveWeb(fastify, webFolder);
  return app;
}

/** Helmet's headers, on every answer. They are always the same: it is asked for them once. */
function guardAnswers(fastify: FastifyInstance, settings: Settings): void {
  const example = new ServerResponse({ method: 'GET' } as IncomingMessage);
  helmet({ contentSecurityPolicy: contentPolicy(settings), hsts: isSecure(settings) })(
    example.req,
    example,
    () => undefined,
  );
  const headers = example.getHeaders();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** Nothing loads from elsewhere. Mantine and Swagger UI write style attributes, hence the one exception. */
function contentPolicy(settings: Settings) {
  return {
    useDefaults: true,
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'upgrade-insecure-requests': isSecure(settings) ? [] : null,
    },
  };
}

/** What the API answers is about people: nobody keeps it but the client, which knows for whom and until when. */
function keepAnswersOutOfCaches(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(`/${API_PREFIX}`)) void reply.header('cache-control', 'no-store');
    done();
  });
}

const isSecure = ({ publicUrl }: Settings): boolean => publicUrl.startsWith('https:');

function describeApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: `${API_PREFIX}/openapi.json` });
}

/** The client's files; any other address that is not the API's is a page of the client, which knows its own routes. */
async function serveWeb(fastify: FastifyInstance, root: string): Promise<void> {
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply, file) => {
      // Only names with a hash of their content stay right for ever.
      if (!file.includes(HASHED_FILES)) void reply.header('cache-control', 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    if (request.url.startsWith('/api')) {
      return reply
        .status(404)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: '/problems/no-such-route',
            title: 'Không có địa chỉ này.',
            status: 404,
            code: 'no-such-route',
          }),
        );
    }
    return reply.sendFile('index.html', { immutable: false, maxAge: 0 });
  });
}
