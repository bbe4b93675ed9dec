import path from 'node:path';

/** Where the built web client lies: beside the built server. */
export const webFolder = (): string => path.resolve(import.meta.dirname, '../web');
