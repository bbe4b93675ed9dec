import { Worker } from 'node:worker_threads';

/** Runs beside the reading, which may be busy for seconds: ends the process when nobody is left to read for. */
const WATCH = `
const { workerData: { parent, endsAt, memory } } = require('node:worker_threads');
setInterval(() => {
  if (process.ppid !== parent || Date.now() > endsAt || process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
}, 100);
`;

/** The parent counts the time too, and says that it was over; this is for a parent that does not. */
const MARGIN = 5_000;

/** Ends this process when its parent is gone, its time is over or its memory is used up, whatever it is doing. */
export function guard({ milliseconds, memory }) {
  const workerData = { parent: process.ppid, endsAt: Date.now() + milliseconds + MARGIN, memory };
  new Worker(WATCH, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}
