/**
 * How many nominations a second the whole product takes (real log-in, policies, validation, rules, trail and promises),
 * held against the bare claim of `bare-claim.mjs` in the same run: spread over 84 classes, all for one class, and as
 * lists of 50. Starts a PostgreSQL of its own with default durability; builds nothing: run `npm run build:server` first.
 *
 *   npm run bench -- [--quick] [--json] [--only spread|hot|lists] [--connections 32] [--cpu-prof DIR]
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../dist/platform/database/embedded/index.js';
import { fillBare, fillProduct, makeWorld, PASSWORD } from './nominate-world.mjs';

const { values: asked } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    'cpu-prof': { type: 'string' },
    connections: { type: 'string' },
  },
});
const ROUNDS = asked.quick ? 1 : 3;
const SECONDS = asked.quick ? 3 : 4;
const WARM_SECONDS = 1.5;
const LIST = 50;
const CONNECTIONS = { spread: [1, 8, 32], hot: [1, 8, 32], lists: [1, 8] };
if (asked.connections)
  for (const shape of Object.keys(CONNECTIONS)) CONNECTIONS[shape] = asked.connections.split(',').map(Number);
const HERE = import.meta.dirname;
const MAIN = path.join(HERE, '../../dist/main.js');
/** More requests than anyone gets through in the time. */
const ENOUGH = { single: 9_000 * (WARM_SECONDS + SECONDS), list: 900 * (WARM_SECONDS + SECONDS) };

const say = (text) => process.stderr.write(`${text}\n`);
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
/** Milliseconds of user and system time in a line of /proc/…/stat; with those of its ended children where asked. */
function spent(stat, andOfChildren) {
  const [user, system, ofChildren, systemOfChildren] = stat.split(') ')[1].split(' ').slice(11, 15).map(Number);
  return (user + system + (andOfChildren ? ofChildren + systemOfChildren : 0)) * 10;
}

/**
 * Milliseconds of processor that a program and PostgreSQL have used so far; 0 where the system does not say. Unlike times by
 * the clock it hardly depends on what else runs on the machine. PostgreSQL is the postmaster with all its children: only the
 * measured target works at the time, and a connection that ends is counted on with the postmaster, which waited for it.
 */
function processor(pid, postmaster) {
  if (!fs.existsSync('/proc/self/stat')) return { node: 0, postgres: 0 };
  const stat = (process) => fs.readFileSync(`/proc/${process}/stat`, 'utf8');
  let postgres = spent(stat(postmaster), true);
  for (const process of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const line = stat(process);
      if (Number(line.split(') ')[1].split(' ')[1]) === postmaster) postgres += spent(line, false);
    } catch {
      // It ended in between.
    }
  return { node: spent(stat(pid), false), postgres };
}

const shapes = Object.keys(CONNECTIONS).filter((shape) => !asked.only || shape === asked.only);

/** Starts a program and waits for its port. */
async function start(args, env, port) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => null);
    if (answer) return child;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${args.join(' ')} did not start`);
}

/** A port nobody listens on at the moment. */
async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
}

function run(script, args, input, env = process.env) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (part) => (out += part));
    child.on('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`${script}: exit ${code}`))));
  });
}

/** Where the server keeps its data, and the id of its process. */
async function dataFolder(url) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  const { rows } = await db.query('SHOW data_directory');
  await db.end();
  return rows[0].data_directory;
}

async function logIn(origin, committees) {
  const cookies = new Map();
  for (const { id, code } of committees) {
    const answer = await fetch(`${origin}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: code.toLowerCase(), password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`Log-in: ${answer.status} ${await answer.text()}`);
    cookies.set(id, answer.headers.getSetCookie()[0].split(';')[0]);
  }
  return cookies;
}

/** Hands out pairs of a class and people that nobody has used yet. */
class Requests {
  constructor(world, cookies) {
    this.cookies = cookies;
    this.people = world.officials.filter(({ unitId }) => cookies.has(unitId));
    // In turns, so that neighbours in time are of different units.
    const units = [...cookies.keys()];
    const byUnit = units.map((id) => this.people.filter(({ unitId }) => unitId === id));
    this.mixed = byUnit[0].flatMap((_, n) => byUnit.map((list) => list[n]));
    this.byUnit = byUnit;
    this.world = world;
    this.used = { spread: 0, hot: 0, lists: 0 };
  }

  of(shape) {
    if (shape === 'lists') return this.lists();
    return shape === 'hot' ? this.hot() : this.spread();
  }

  /** What was not sent is sent the next time: nobody is to be asked for twice. */
  takeBack(shape, unused) {
    if (shape !== 'hot') this.used[shape] -= unused;
  }

  request(unitId, courseId, officialIds) {
    const headers = { 'content-type': 'application/json', cookie: this.cookies.get(unitId) };
    return { headers, body: JSON.stringify({ courseId, officialIds }), size: officialIds.length };
  }

  spread() {
    const { mixed, world } = this;
    return Array.from({ length: ENOUGH.single }, () => {
      const n = this.used.spread++;
      const official = mixed[n % mixed.length];
      const course = world.spread[(n + Math.floor(n / mixed.length)) % world.spread.length];
      return this.request(official.unitId, course.id, [official.id]);
    });
  }

  /** Two classes are taken one after the other when one has too few people to send. */
  hot() {
    const needed = Math.ceil(ENOUGH.single / this.mixed.length);
    return Array.from({ length: needed }, () => this.world.hot[this.used.hot++]).flatMap((course) =>
      this.mixed.map(({ id, unitId }) => this.request(unitId, course.id, [id])),
    );
  }

  lists() {
    const { byUnit, world } = this;
    const perUnit = Math.floor(byUnit[0].length / LIST);
    return Array.from({ length: ENOUGH.list }, () => {
      const n = this.used.lists++;
      const unit = byUnit[n % byUnit.length];
      const list = Math.floor(n / byUnit.length) % perUnit;
      const course = world.lists[Math.floor(n / byUnit.length / perUnit) % world.lists.length];
      return this.request(
        unit[0].unitId,
        course.id,
        unit.slice(list * LIST, (list + 1) * LIST).map(({ id }) => id),
      );
    });
  }
}

/** Everything measured, in turns: while one target is, nothing else uses PostgreSQL. */
async function measure(targets, postmaster) {
  const results = [];
  for (let round = 1; round <= ROUNDS; round++)
    for (const shape of shapes)
      for (const connections of CONNECTIONS[shape])
        for (const { name, origin, requests, pid } of targets) {
          const job = { origin, path: '/api/v1/nominations', connections, warmSeconds: WARM_SECONDS, seconds: SECONDS };
          const asks = requests.of(shape);
          const before = processor(pid, postmaster);
          const out = await run(path.join(HERE, 'send.mjs'), [], JSON.stringify({ ...job, requests: asks }));
          const after = processor(pid, postmaster);
          const sent = JSON.parse(out);
          requests.takeBack(shape, asks.length - sent.used);
          const cpu = Object.fromEntries(
            ['node', 'postgres'].map((part) => [part, (after[part] - before[part]) / sent.everyone]),
          );
          const result = { round, shape, connections, name, ...sent, nodeCpu: cpu.node, postgresCpu: cpu.postgres };
          results.push(result);
          say(
            `${round}. ${shape.padEnd(6)} ${String(connections).padStart(2)} ${name.padEnd(8)} ${result.perSecond.toFixed(0).padStart(6)}/s ` +
              `${result.peoplePerSecond.toFixed(0).padStart(6)} people/s  p50 ${result.p50?.toFixed(1)} p99 ${result.p99?.toFixed(1)} ` +
              `cpu ms/person: node ${result.nodeCpu.toFixed(2)} postgres ${result.postgresCpu.toFixed(2)} ` +
              `${JSON.stringify(result.answers)}${result.ranDry ? ' RAN DRY' : ''}`,
          );
        }
  return results;
}

/** Medians of the rounds, by shape, connections and target. */
function summarise(results) {
  const of = (shape, connections, name, field) =>
    median(
      results.filter((r) => r.shape === shape && r.connections === connections && r.name === name).map((r) => r[field]),
    );
  const rows = shapes.flatMap((shape) =>
    CONNECTIONS[shape].map((connections) => {
      const row = { shape, connections };
      for (const name of ['bare', 'product'])
        row[name] = Object.fromEntries(
          ['perSecond', 'peoplePerSecond', 'p50', 'p99', 'nodeCpu', 'postgresCpu'].map((field) => [
            field,
            of(shape, connections, name, field),
          ]),
        );
      return { ...row, ratio: row.product.peoplePerSecond / row.bare.peoplePerSecond };
    }),
  );
  const find = (shape, connections) => rows.find((row) => row.shape === shape && row.connections === connections);
  const goals = [
    { goal: 'spread, 32 connections: product ÷ bare', least: 0.8, reached: find('spread', 32)?.ratio },
    { goal: 'one hot class, 32 connections: product ÷ bare', least: 3, reached: find('hot', 32)?.ratio },
    {
      goal: 'lists of 50 ÷ singles, people a second, 1 connection',
      least: 8,
      reached: find('lists', 1)?.product.peoplePerSecond / find('spread', 1)?.product.peoplePerSecond,
    },
  ].filter(({ reached }) => Number.isFinite(reached));
  return { rounds: ROUNDS, seconds: SECONDS, cores: os.availableParallelism(), node: process.version, rows, goals };
}

function print({ rows, goals }) {
  const cell = (value, digits = 0) => value.toFixed(digits).padStart(8);
  console.log(
    '\nshape   conn.      bare/s   p50   p99 |  product/s   p50   p99 |  ratio | processor ms a person, bare and product',
  );
  for (const { shape, connections, bare, product, ratio } of rows)
    console.log(
      `${shape.padEnd(7)} ${String(connections).padStart(4)} ${cell(bare.peoplePerSecond)} ${cell(bare.p50, 1)} ${cell(bare.p99, 1)} | ` +
        `${cell(product.peoplePerSecond)} ${cell(product.p50, 1)} ${cell(product.p99, 1)} | ${ratio.toFixed(2)} | ${[
          bare,
          product,
        ]
          .map(({ nodeCpu, postgresCpu }) => `node ${nodeCpu.toFixed(2)} postgres ${postgresCpu.toFixed(2)}`)
          .join(', ')}`,
    );
  console.log('(people nominated a second; medians of the rounds; milliseconds)\n');
  for (const { goal, least, reached } of goals)
    console.log(`${reached >= least ? 'reached ' : 'MISSED  '} ${goal}: ${reached.toFixed(2)} (goal ${least})`);
}

const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hong-chuyen-bench-'));
fs.chmodSync(folder, 0o755);
const postgres = await startEmbeddedPostgres({ dataDir: folder });
const children = [];
try {
  say('Preparing…');
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  for (const name of ['product', 'bare']) await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const [ports, urls] = [
    { bare: await freePort(), product: await freePort() },
    { bare: postgres.url('bare'), product: postgres.url('product') },
  ];
  const env = {
    DATABASE_URL: urls.product,
    DATA_KEY: randomBytes(32).toString('base64'),
    PORT: String(ports.product),
    LOG_LEVEL: 'warn',
  };
  await run(MAIN, ['migrate'], '', { ...process.env, ...env });
  const world = makeWorld(ROUNDS * 3 * 2 * Math.ceil(ENOUGH.single / 7_200));
  await fillProduct(urls.product, world);
  await fillBare(urls.bare, world);
  const profile = asked['cpu-prof'] ? ['--cpu-prof', `--cpu-prof-dir=${asked['cpu-prof']}`] : [];
  children.push(await start([path.join(HERE, 'bare-claim.mjs'), urls.bare, String(ports.bare)], {}, ports.bare));
  children.push(await start([...profile, MAIN, 'api'], env, ports.product));
  const pids = { bare: children[0].pid, product: children[1].pid };
  const origin = (name) => `http://127.0.0.1:${ports[name]}`;
  const cookies = await logIn(origin('product'), world.committees);
  const targets = ['bare', 'product'].map((name) => ({
    name,
    origin: origin(name),
    pid: pids[name],
    requests: new Requests(world, cookies),
  }));
  const postmaster = Number(
    fs.readFileSync(path.join(await dataFolder(urls.product), 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  const summary = summarise(await measure(targets, postmaster));
  if (asked.json) console.log(JSON.stringify(summary, null, 2));
  else print(summary);
} finally {
  for (const child of children) await stop(child);
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
