import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Builds server and web client when their sources changed since the last complete build; `npm start` runs it first. */
const root = path.resolve(import.meta.dirname, '..');
const stamp = path.join(root, 'dist/.built');
const STEPS = [
  ['node_modules/.bin/nest', ['build']],
  ['node_modules/.bin/vite', ['build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn']],
];

/** A fingerprint of everything a build depends on. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
  for (const file of [
    ...files,
    ...['tsconfig.json', 'nest-cli.json', 'package-lock.json'].map((name) => path.join(root, name)),
  ].sort()) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const built = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
const toolsThere = STEPS.every(([tool]) => fs.existsSync(path.join(root, tool)));
if (!toolsThere) {
  if (['dist/main.js', 'dist/web/index.html'].some((file) => !fs.existsSync(path.join(root, file)))) {
    console.error(
      'There is no complete build in dist/, and the tools to make one are not installed (NODE_ENV=production or --omit=dev leaves them out).\n' +
        'Run "npm ci --include=dev && npm run build" here, or copy dist/ from a machine where that was done.',
    );
    process.exit(1);
  }
} else {
  const now = fingerprint();
  if (now !== built) {
    console.log('Building (once after each change, about 15 seconds)…');
    fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    for (const [tool, args] of STEPS) {
      const { status, error, stdout, stderr } = spawnSync(path.join(root, tool), args, {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      if (status !== 0) {
        console.error(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
        console.error(`The build failed at "${path.basename(tool)} ${args.join(' ')}".`);
        process.exit(1);
      }
    }
    fs.writeFileSync(stamp, now);
  }
}
