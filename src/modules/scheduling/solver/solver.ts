import { fork } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { assetFile } from '../../../platform/config/assets.js';
import type { IntegerProgram } from '../rules/program.js';
import type { Solve } from '../propose.js';

/** Time beyond its own that a solver has before its process is ended: loading, and what it does not count. */
const GRACE_MS = 4_000;
/** Less is not worth starting for. */
const LEAST_SECONDS = 0.5;

type Reply = { readonly values: Float64Array; readonly best: boolean } | { readonly failed: string };

/**
 * A solver that may take so many seconds in all, however often it is asked. Each program is solved in a process of its
 * own; one that runs over its time, or breaks, has no answer.
 */
export function solverFor(seconds: number): Solve {
  const end = performance.now() + seconds * 1000;
  return async (program, start) => {
    const left = (end - performance.now()) / 1000;
    return left < LEAST_SECONDS ? null : ask(program, start, left);
  };
}

function ask(program: IntegerProgram, start: Float64Array, seconds: number): ReturnType<Solve> {
  const child = fork(assetFile('modules/scheduling/solver/solve.mjs'), [], {
    // Nothing of ours: the environment may hold secrets.
    env: { TZ: 'UTC' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000 + GRACE_MS);
  return new Promise((resolve) => {
    child.once('message', (reply: Reply) => {
      resolve('failed' in reply ? null : reply);
    });
    // It could not be started.
    child.once('error', () => {
      clearTimeout(timer);
      resolve(null);
    });
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
    child.send({ ...inArrays(program), start, seconds }, () => undefined);
  });
}

/** The program as the solver takes it: bounds and prices in arrays, rows one after another. */
function inArrays({ columns, rows }: IntegerProgram): object {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ entries }, index) => (starts[index + 1] = (starts[index] ?? 0) + entries.length));
  const entries = rows.flatMap((row) => row.entries);
  return {
    columns: {
      cost: Float64Array.from(columns, ({ cost }) => cost),
      upper: Float64Array.from(columns, ({ whole }) => (whole ? 1 : Infinity)),
      whole: Int32Array.from(columns, ({ whole }) => Number(whole)),
    },
    rows: {
      lower: Float64Array.from(rows, ({ lower }) => lower),
      upper: Float64Array.from(rows, ({ upper }) => upper),
      starts,
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, factor]) => factor),
    },
  };
}
