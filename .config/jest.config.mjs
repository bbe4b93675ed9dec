import fs from 'node:fs';
import path from 'node:path';

/**
 * Jest runs our ESM sources as CommonJS, because on Node 20 its ESM mode cannot load the CommonJS packages that
 * themselves require ESM ones. Every installed package that is ESM-only is therefore transformed too.
 */
const root = path.resolve(import.meta.dirname, '..');

/** Names of all installed packages whose package.json says `"type": "module"`, nested ones included. */
function esmPackages(folder, found = new Set()) {
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith('.')) continue;
    const packageFolder = path.join(folder, name);
    if (name.startsWith('@')) {
      esmPackages(packageFolder, found);
      continue;
    }
    const manifest = path.join(packageFolder, 'package.json');
    if (!fs.existsSync(manifest)) continue;
    if (JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module')
      found.add(packageFolder.split(`node_modules${path.sep}`).pop());
    const nested = path.join(packageFolder, 'node_modules');
    if (fs.existsSync(nested)) esmPackages(nested, found);
  }
  return found;
}

const swc = (syntax) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax, decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

/** A CommonJS package that loads an ESM-only one with `import()`, which Jest cannot do either. */
const IMPORTS_ESM = '@fastify/cookie';

const esm = [...esmPackages(path.join(root, 'node_modules')), IMPORTS_ESM]
  .map((name) => name.replace(/[.+]/g, '\\$&'))
  .join('|');

const base = {
  rootDir: root,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': swc('typescript'), '^.+\\.m?js$': swc('ecmascript') },
  transformIgnorePatterns: [`node_modules/(?!(?:.*node_modules/)?(?:${esm})/)`, '\\.pnp\\.[^\\/]+$'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

/** Projects that talk to a real PostgreSQL: one server for the run, one database per worker. */
const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};

export default {
  // Real databases, queues and browsers on two cores: far above what any of them takes, so only a hang is cut off.
  testTimeout: 30_000,
  testSequencer: path.join(import.meta.dirname, 'longest-first.cjs'),
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/architecture/**/*.test.ts'],
    },
    {
      ...withDatabase,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/{integration,api,access,concurrency,queue,process}/**/*.test.ts'],
    },
    {
      ...withDatabase,
      globalSetup: '<rootDir>/test/support/browser-setup.ts',
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
    },
  ],
};
