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
  for (const file of [...files, ...['tsconfig.json', 'nest-cli.json', 'package-lock.json'].map((name) => path.join(root, name))].sort()) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const built = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
const toolsThere = STEPS.every(([tool]) => fs.existsSync(path.join(root, tool)));
if (!toolsThere) {
  if (!fs.existsSync(path.join(root, 'dist/main.js'))) {
    console.error('There is no build, and the tools to make one are not installed: run "npm ci" without --omit=dev first.');
    process.exit(1);
  }
} else {
  const now = fingerprint();
  if (now !== built) {
    console.log('Building (once after each change, about 15 seconds)…');
    fs.rmSync(path.join(root, 'dist'), { recursive: true, force: true });
    for (const [tool, args] of STEPS) {
      const { status, stdout, stderr } = spawnSync(path.join(root, tool), args, { cwd: root, encoding: 'utf8' });
      if (status !== 0) {
        console.error(`${stdout}${stderr}`);
        process.exit(1);
      }
    }
    fs.writeFileSync(stamp, now);
  }
}
