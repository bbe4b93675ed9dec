import fc from 'fast-check';
import { startApp, type TestApp } from '../support/app.js';
import { type Said } from './way/answers.js';
import { faults } from './way/checks.js';
import { ask, type Ask, take } from './way/steps.js';
import { World } from './way/world.js';

/**
 * The whole way of a nomination: random steps of boards, committees and cells, several at once at two processes on one
 * database. The model is small: what was so when a round began, what was answered during it, and the machine of states
 * written once more by hand. After every round all that must be so is looked at.
 *
 * `WAY_STEPS` asks for more, `WAY_SEED` for another run. A walk that fails is shrunk and says how to walk it again:
 * `WAY_SEED=… WAY_PATH=…`, which takes that one walk alone.
 */
const STEPS = Number(process.env.WAY_STEPS ?? 240);
const SEED = Number(process.env.WAY_SEED ?? 20261129);
// The second half, fast-check's own, may hold slashes.
const [, PATH = '', REPLAY] = /^([^/]*)(?:\/(.*))?$/.exec(process.env.WAY_PATH ?? '') ?? [];
const AT_ONCE = 8;
/** Rounds of one walk; each walk has classes of its own, in a week of its own. */
const ROUNDS = 30;
/** Walks on one database: then there are so many weeks and rows that a new one is quicker. */
const WALKS = 10;
const SHRINKING_MS = 300_000;

interface Done {
  steps: number;
  readonly kinds: Map<string, number>;
}
/** What has been walked, and how many steps of each kind left a line in the trail. */
const done: Done = { steps: 0, kinds: new Map() };

/** Steps that are taken at the same moment. */
class Round implements fc.AsyncCommand<World, World> {
  constructor(private readonly asked: readonly Ask[]) {}

  check(): boolean {
    return true;
  }

  async run(_: World, world: World): Promise<void> {
    world.pass(1000);
    const [before, since] = [world.view, world.app.clock.now()];
    const answers = await Promise.all(this.asked.map((one, turn) => take(world, one, turn)));
    await world.renew();
    const found = await faults(world, before, since, answers);
    if (found.length > 0) throw new Error(JSON.stringify(found, null, 1).slice(0, 4000));
    count(this.asked, answers);
  }

  toString(): string {
    const taken = this.asked.filter(({ kind }) => kind !== 'rest');
    return `[${taken.map(({ kind, a, b, n }) => `${kind}(${a},${b},${n})`).join(' | ')}]`;
  }
}

function count(asked: readonly Ask[], answers: readonly Said[]): void {
  done.steps += asked.length;
  for (const line of answers.flatMap(({ lines, wide }) => [...lines, ...wide])) {
    const [what = ''] = line.split(' ');
    done.kinds.set(what, (done.kinds.get(what) ?? 0) + 1);
  }
}

const round = fc
  .array(ask, { minLength: AT_ONCE, maxLength: AT_ONCE })
  .map((asked) => new Round(asked) as fc.AsyncCommand<World, World>);

let apps: TestApp[] = [];
let walks = 0;
const start = async (): Promise<void> => {
  const first = await startApp();
  apps = [first, await startApp({ beside: first })];
};
const stop = async (): Promise<void> => {
  for (const app of apps.reverse()) await app.stop();
  apps = [];
};
afterAll(stop, 120_000);

/** One walk from a fresh world, on a fresh database when this one has grown. */
async function walk(commands: Iterable<fc.AsyncCommand<World, World>>): Promise<void> {
  if (walks % WALKS === 0) {
    await stop();
    await start();
  }
  const world = await World.make(apps, walks % WALKS);
  walks += 1;
  await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
}

async function check(seed: number): Promise<void> {
  const commands = fc.commands([round], {
    maxCommands: ROUNDS,
    size: 'max',
    ...(REPLAY !== undefined && { replayPath: REPLAY }),
  });
  const property = fc.asyncProperty(fc.noBias(commands), walk);
  const given = PATH ? { path: PATH, endOnFailure: true } : {};
  const limits = { numRuns: 1, interruptAfterTimeLimit: SHRINKING_MS, ...given };
  const { failed, counterexamplePath, counterexample, errorInstance } = await fc.check(property, { seed, ...limits });
  if (!failed) return;
  const steps = fc.stringify(counterexample?.[0]);
  const [, replay = ''] = /replayPath="([^"]*)"/.exec(steps) ?? [];
  throw new Error(
    `WAY_SEED=${seed} WAY_PATH=${counterexamplePath}/${replay}\n${steps}\n${(errorInstance as Error | null)?.message}`,
  );
}

test(
  `nothing breaks on the whole way over ${STEPS} steps, ${AT_ONCE} at once at two processes (seed ${SEED})`,
  async () => {
    for (let seed = SEED; done.steps < STEPS; seed += 1) {
      await check(seed);
      if (PATH !== '') return;
      if (STEPS > 1000 && walks % WALKS === 0) process.stdout.write(`${done.steps} steps, next seed ${seed + 1}\n`);
    }
    const walked = [...done.kinds.keys()].sort();
    expect(walked).toEqual(expect.arrayContaining(['approved', 'seated', 'withdrawn']));
    if (STEPS > 300) process.stdout.write(`${JSON.stringify(Object.fromEntries([...done.kinds].sort()))}\n`);
  },
  STEPS * 400 + 60_000,
);
