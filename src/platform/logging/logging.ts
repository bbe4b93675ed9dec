import { LoggerModule } from 'nestjs-pino';
import type { DynamicModule } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** JSON lines without personal data: of a request its id, method, path without query, and of the answer its status. */
export const loggingModule = (level: string): DynamicModule =>
  LoggerModule.forRoot({
    pinoHttp: {
      level,
      genReqId: (request: IncomingMessage) => request.id,
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
        error || response.statusCode >= 500 ? 'error' : 'debug',
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
          id,
          method,
          path: url.split('?')[0],
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      },
    },
  });
