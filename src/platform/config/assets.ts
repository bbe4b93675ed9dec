import path from 'node:path';

/**
 * A file that stands beside the code, in the source and in the build. Found from the program's own place: the code that
 * asks is compiled to both module systems, which know different names for that.
 * @param name from `src`, with slashes
 */
export const assetFile = (name: string): string =>
  process.argv[1]?.endsWith('main.js') ? path.resolve(path.dirname(process.argv[1]), name) : path.resolve('src', name);
