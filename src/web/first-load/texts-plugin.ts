import fs from 'node:fs';
import type { Plugin } from 'vite';
import { partTexts } from './first-texts';

const PART = /\/(\w+)\.json\?(first|rest)$/;

/** Makes `./vi.json?first` and `./vi.json?rest` two modules, so that a browser fetches each when it needs it. */
export function texts(): Plugin {
  return {
    name: 'texts',
    enforce: 'pre',
    load(id) {
      const [, , part] = PART.exec(id) ?? [];
      if (part !== 'first' && part !== 'rest') return null;
      const file = id.slice(0, id.indexOf('?'));
      this.addWatchFile(file);
      const parts = partTexts(JSON.parse(fs.readFileSync(file, 'utf8')) as Parameters<typeof partTexts>[0]);
      return {
        code: `export const texts = JSON.parse(${JSON.stringify(JSON.stringify(parts[part]))})`,
        moduleType: 'js',
      };
    },
  };
}
