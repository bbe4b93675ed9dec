import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { InvalidInput } from './domain-error.js';

/** Largest file that is taken, in bytes. */
export const LARGEST_UPLOAD = 25 * 1024 * 1024;

/** What came in a `multipart/form-data` body: one file, and the text fields beside it in whatever order. */
export interface Upload {
  /** As the browser names it; never a path of ours. */
  readonly name: string;
  /** As the sender says: not to be believed. */
  readonly mediaType: string;
  readonly content: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The one file of a multipart body, from its part named `file`.
 * @throws InvalidInput when there is none; a file above the limit is answered with 413 by Fastify.
 */
export const UploadedFile = createParamDecorator((_: unknown, context: ExecutionContext): Promise<Upload> =>
  readUpload(context.switchToHttp().getRequest<FastifyRequest>()),
);

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new InvalidInput([{ path: 'file', rule: 'required' }]);
  const fields: Record<string, string> = {};
  let file: Omit<Upload, 'fields'> | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    const content = await part.toBuffer();
    if (part.fieldname === 'file') file = { name: part.filename, mediaType: part.mimetype, content };
  }
  if (!file || file.content.length === 0) throw new InvalidInput([{ path: 'file', rule: 'required' }]);
  return { ...file, fields };
}

/** Describes such a body in the contract. @param fields the texts beside the file, by name, with their values if closed. */
export const ApiUpload = (fields: Readonly<Record<string, readonly string[] | null>> = {}) =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: { type: 'string', format: 'binary' },
          ...Object.fromEntries(
            Object.entries(fields).map(([name, values]) => [
              name,
              { type: 'string', ...(values && { enum: [...values] }) },
            ]),
          ),
        },
      },
    }),
  );
