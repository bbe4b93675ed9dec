import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The test command: brings what the machine lacks, then runs every check, goes on after a failure so that all are
 * reported, and ends with `N passed, N failed`. A test that is skipped counts as failed.
 */
const root = path.resolve(import.meta.dirname, '..');
const JEST_LIMIT_MS = 15 * 60_000;

/** Debian packages the tests need, and how to tell that they are there. */
const PACKAGES = [
  ['redis-server', () => has('redis-server')],
  ['chromium', () => has('chromium')],
  ['docker-compose', () => has('docker-compose')],
  ['fonts-noto-core', () => fs.existsSync('/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf')],
  ['fonts-liberation', () => fs.existsSync('/usr/share/fonts/truetype/liberation')],
];

let passed = 0;
let failed = 0;

function has(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

function say(name, ok, since) {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
}

function step(name, command, args, env = {}) {
  const since = Date.now();
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  });
  const ok = status === 0;
  if (ok) passed += 1;
  else {
    failed += 1;
    console.log(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`);
  }
  say(name, ok, since);
}

function installPackages() {
  const missing = PACKAGES.filter(([, there]) => !there()).map(([name]) => name);
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) {
    console.log(`The tests need packages of the machine. Run:\n  sudo apt-get update && sudo ${install}`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  console.log(`Installing ${missing.join(', ')}`);
  const { status } = spawnSync(
    'sh',
    ['-c', `apt-get update -qq && DEBIAN_FRONTEND=noninteractive ${install} >/dev/null`],
    { stdio: 'inherit' },
  );
  if (status !== 0 || PACKAGES.some(([, there]) => !there())) {
    console.log(`Could not install: ${missing.join(', ')}`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
}

function jest(project) {
  const since = Date.now();
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen-test-')), 'report.json');
  const args = [
    '-c',
    '.config/jest.config.mjs',
    '--selectProjects',
    project,
    '--maxWorkers=2',
    '--json',
    '--outputFile',
    report,
  ];
  const { status, error } = spawnSync(path.join(root, 'node_modules/.bin/jest'), args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: JEST_LIMIT_MS,
    env: { ...process.env, NODE_ENV: 'test' },
  });
  if (error?.code === 'ETIMEDOUT') {
    console.log(
      `The ${project} tests did not end within ${JEST_LIMIT_MS / 60_000} minutes: one is stuck, or something was left open.`,
    );
  } else if (error) console.log(`Jest could not be run: ${error.message}`);
  const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null;
  const good = results?.numPassedTests ?? 0;
  const bad = results
    ? results.numFailedTests + results.numPendingTests + results.numTodoTests + results.numRuntimeErrorTestSuites
    : 1;
  passed += good;
  failed += bad + (bad === 0 && (good === 0 || status !== 0) ? 1 : 0);
  say(`tests: ${project} (${good} passed, ${bad} failed)`, bad === 0 && good > 0 && status === 0, since);
}

installPackages();
step('build', 'node', ['.config/build-if-needed.mjs']);
step('API contract', 'node', ['.config/check-contract.mjs']);
step('types', 'npm', ['run', '--silent', 'typecheck']);
step('lint', 'npm', ['run', '--silent', 'lint']);
step('format', 'npm', ['run', '--silent', 'format:check']);
step('dependency rules', 'npm', ['run', '--silent', 'deps']);
step('docker-compose.yml', 'docker-compose', ['config', '-q'], { POSTGRES_PASSWORD: 'x', DATA_KEY: 'x' });
for (const project of ['unit', 'integration', 'browser']) jest(project);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
