import react from '@vitejs/plugin-react';
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { complete } from './first-load/complete-plugin';
import { texts } from './first-load/texts-plugin';
import { serviceWorker } from './service-worker/precache-plugin';

const COMPRESSED = /\.(js|css|html|svg|webmanifest)$/;

/** Puts a brotli and a gzip copy beside each text file, so that a weak network carries a third. Runs last. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '' }) {
        const names = fs.readdirSync(dir, { recursive: true, encoding: 'utf8' });
        for (const name of names.filter((file) => COMPRESSED.test(file))) {
          const file = path.join(dir, name);
          const content = fs.readFileSync(file);
          fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(content));
          fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
        }
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [texts(), react(), complete(), serviceWorker(), precompress()],
  build: {
    outDir: path.resolve(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // One file for what the program begins with: it is smaller than its parts, and they are all needed.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
