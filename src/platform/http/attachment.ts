import { StreamableFile } from '@nestjs/common';

/** A file that people handed in, as a download that no browser opens in our name. */
export const attachment = (file: { name: string; mediaType: string; content: Buffer }): StreamableFile =>
  new StreamableFile(file.content, {
    type: file.mediaType,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    length: file.content.length,
  });
