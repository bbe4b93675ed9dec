import { StreamableFile } from '@nestjs/common';
import type { Readable } from 'node:stream';

/** A file that people handed in, as a download that no browser opens in our name. */
export function attachment(
  file: { name: string; mediaType: string } & ({ content: Buffer } | { content: Readable; size: number }),
): StreamableFile {
  const options = {
    type: file.mediaType,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  return 'size' in file && !Buffer.isBuffer(file.content)
    ? new StreamableFile(file.content, { ...options, length: file.size })
    : new StreamableFile(file.content as Buffer, { ...options, length: (file.content as Buffer).length });
}
