import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * The test command: brings what the machine lacks, then runs every check, goes on after a failure so that all are
 * reported, and ends with `N passed, N failed`. A test that is skipped counts as failed.
 */
const root = path.resolve(import.meta.dirname, '..');
const JEST_LIMIT_MS = 20 * 60_000;

/** One more than this machine's cores when there are two: much of what the tests of processes and queues do is wait. */
const JEST_WORKERS = 3;

/** Debian packages the tests need, and how to tell that they are there. */
const PACKAGES = [
  ['redis-server', () => has('redis-server')],
  ['dovecot-imapd', () => has('dovecot')],
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

/** Runs one check to its end, and says its name; what it printed only when it failed. */
async function step(name, command, args, env = {}) {
  const since = Date.now();
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => printed.push(chunk));
  const ok = await new Promise((resolve) => {
    child.once('error', (error) => {
      printed.push(Buffer.from(error.message));
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  if (ok) passed += 1;
  else {
    failed += 1;
    console.log(Buffer.concat(printed).toString());
  }
  say(name, ok, since);
}

const npm = (name, script) => step(name, 'npm', ['run', '--silent', script]);

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

/** Runs jest over some of its projects, in one run, so that no worker is idle while another still has a long file. */
async function jest(...projects) {
  const since = Date.now();
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hong-chuyen-test-')), 'report.json');
  const args = [
    '-c',
    '.config/jest.config.mjs',
    '--selectProjects',
    ...projects,
    `--maxWorkers=${JEST_WORKERS}`,
    '--json',
    '--outputFile',
    report,
  ];
  const child = spawn(path.join(root, 'node_modules/.bin/jest'), args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: JEST_LIMIT_MS,
    env: { ...process.env, NODE_ENV: 'test' },
  });
  const name = projects.join(', ');
  const [status, signal] = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.log(`Jest could not be run: ${error.message}`);
      resolve([1, null]);
    });
    child.once('close', (...ended) => resolve(ended));
  });
  if (signal !== null)
    console.log(
      `The ${name} tests did not end within ${JEST_LIMIT_MS / 60_000} minutes: one is stuck, or something was left open.`,
    );
  const results = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : null;
  const good = results?.numPassedTests ?? 0;
  const bad = results
    ? results.numFailedTests + results.numPendingTests + results.numTodoTests + results.numRuntimeErrorTestSuites
    : 1;
  passed += good;
  failed += bad + (bad === 0 && (good === 0 || status !== 0) ? 1 : 0);
  say(`tests: ${name} (${good} passed, ${bad} failed)`, bad === 0 && good > 0 && status === 0, since);
}

/** What is proven by reading the code, one after the other: each works on one core. */
async function checks() {
  await npm('types', 'typecheck');
  await step('API contract', 'node', ['.config/check-contract.mjs']);
  await npm('format', 'format:check');
  await npm('dependency rules', 'deps');
  await step('docker-compose.yml', 'docker-compose', ['config', '-q'], { POSTGRES_PASSWORD: 'x', DATA_KEY: 'x' });
  await npm('lint', 'lint');
}

installPackages();
await step('build', 'node', ['.config/build-if-needed.mjs']);
// Much of what the tests do is wait for programs and pages; the checks take that time.
await Promise.all([checks(), jest('unit', 'integration', 'browser')]);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
