import fs from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { AFTER_REST, FIRST_MODULES, holdsOneOf } from './first-modules';
import { partTexts } from './first-texts';

const here = (name: string): string => path.join(import.meta.dirname, name);
const read = (file: string): string => fs.readFileSync(file, 'utf8');
const MANTINE = here('../../../node_modules/@mantine/core/styles');

const ROUTES = 'app/routes';
/** As many faults are told at most. */
const FEW = 10;

/** Mantine's name of a style. */
const STYLE = /\bm_[0-9a-f]{6,8}\b/g;
/** A text asked for by its whole name, or by a stem that the program completes. */
const TEXT = /['"`]([a-zA-Z]\w*(?:\.[\w-]+)+)(?:['"`]|\.\$\{)/g;

/** Fails the build where a style is in no sheet, or where first modules need styles or texts that come with the rest. */
export function complete(): Plugin {
  return {
    name: 'complete-first-load',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const first = firstChunks(chunks);
        const code = first.flatMap(({ moduleIds }) => moduleIds.map((id) => this.getModuleInfo(id)?.code ?? '')).join();
        const faults = [
          ...missingSheets(first, ['first.css']).map((name) => `first.css lacks ${name}, which first modules show`),
          ...missingSheets(chunks, ['first.css', 'rest.css']).map((name) => `rest.css lacks ${name}`),
          ...lateTexts(code).map((key) => `first-texts.ts lacks "${key}", which first modules ask for`),
        ];
        if (faults.length > 0)
          this.error(`src/web/first-load is not complete:\n  ${faults.slice(0, FEW).join('\n  ')}`);
      },
    },
  };
}

/** All that can be loaded while only first modules are open: the routes, which lead everywhere, are not followed. */
function firstChunks(chunks: Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || found.has(chunk) || holdsOneOf(chunk, AFTER_REST)) return;
    found.add(chunk);
    const leadsEverywhere = holdsOneOf(chunk, [ROUTES]);
    for (const name of [...chunk.imports, ...(leadsEverywhere ? [] : chunk.dynamicImports)]) add(named.get(name));
  };
  for (const chunk of chunks) if (chunk.isEntry || holdsOneOf(chunk, FIRST_MODULES)) add(chunk);
  return [...found];
}

/** Names of Mantine's sheets that define styles which the chunks show and the given sheets lack. */
function missingSheets(chunks: Rolldown.OutputChunk[], sheets: readonly string[]): string[] {
  const imported = sheets.flatMap((name) =>
    [...read(here(name)).matchAll(/styles\/(\w+)\.css/g)].map(([, one]) => one),
  );
  const shown = new Set(chunks.flatMap(({ code }) => code.match(STYLE) ?? []));
  return fs
    .readdirSync(MANTINE)
    .flatMap((file) => /^(\w+)\.css$/.exec(file)?.[1] ?? [])
    .filter((name) => !imported.includes(name))
    .filter((name) =>
      read(path.join(MANTINE, `${name}.css`))
        .match(STYLE)
        ?.some((style) => shown.has(style)),
    );
}

/** Keys of texts that the code of first modules asks for and that are not among the first texts. */
function lateTexts(code: string): string[] {
  const { rest } = partTexts(JSON.parse(read(here('../i18n/vi.json'))) as Parameters<typeof partTexts>[0]);
  const asked = new Set([...code.matchAll(TEXT)].map(([, key = '']) => key));
  return [...asked].filter((key) => key.split('.').reduce<unknown>(inside, rest) !== undefined);
}

const inside = (texts: unknown, key: string): unknown =>
  typeof texts === 'object' && texts !== null ? (texts as Record<string, unknown>)[key] : undefined;
