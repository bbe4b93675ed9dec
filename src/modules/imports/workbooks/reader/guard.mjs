import { Worker } from 'node:worker_threads';

/** Runs beside the reading, which may be busy for seconds: ends the process when nobody is left to read for. */
const WATCH = `
const { workerData: { parent, milliseconds, memory, timeOver } } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== parent || process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  const { user, system } = process.cpuUsage();
  if ((user + system) / 1000 > milliseconds) process.kill(process.pid, timeOver);
}, 100);
`;

/** Ends the process at once, like any other; this one tells the parent why. */
const TIME_OVER = 'SIGUSR2';

/** How long this process has worked, in milliseconds: what it waits, for its parent or for a busy machine, is no work. */
export function worked() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Ends this process when its parent is gone, its time is over or its memory is used up, whatever it is doing. */
export function guard({ milliseconds, memory }) {
  const workerData = { parent: process.ppid, milliseconds, memory, timeOver: TIME_OVER };
  new Worker(WATCH, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
