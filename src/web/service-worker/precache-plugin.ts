import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { FIRST_MODULES, holdsOneOf } from '../first-load/first-modules';

const PLAIN_FILES = ['index.html', 'icon.svg', 'manifest.webmanifest'];
/** Of a revision: enough that two never meet. */
const HASH_LENGTH = 16;

/** Builds `sw.js` after everything else, with the list of what it keeps: other pages are kept once they were visited. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const urls = [
        ...PLAIN_FILES.map((file) => entryOf(dir, file)),
        ...shellFiles(bundle).map((file) => hashed(file)),
      ];
      await build({
        configFile: false,
        logLevel: 'warn',
        define: { __PRECACHED__: JSON.stringify(urls), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          lib: {
            entry: path.join(import.meta.dirname, 'service-worker.ts'),
            formats: ['iife'],
            name: 'serviceWorker',
            fileName: () => 'sw.js',
          },
        },
      });
    },
  };
}

/** Entry and first modules with everything they import, styles too. */
function shellFiles(bundle: Rolldown.OutputBundle): string[] {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || files.has(name)) return;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    chunk.imports.forEach(add);
  };
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    if (chunk.isEntry || holdsOneOf(chunk, FIRST_MODULES)) add(chunk.fileName);
  }
  return [...files].sort();
}

const hashed = (file: string) => ({ url: `/${file}`, revision: null });

const entryOf = (dir: string, file: string) => ({
  url: `/${file}`,
  revision: createHash('sha256')
    .update(fs.readFileSync(path.join(dir, file)))
    .digest('hex')
    .slice(0, HASH_LENGTH),
});
