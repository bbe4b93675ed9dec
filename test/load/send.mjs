/**
 * Sends requests for a time over so many connections, one after the other on each; in a process of its own, so that it
 * shares no thread with what it measures. Reads one job as JSON from stdin, writes what came of it to stdout.
 */
import { Pool } from 'undici';

const { origin, path, connections, warmSeconds, seconds, requests } = JSON.parse(await text(process.stdin));
const pool = new Pool(origin, { connections, pipelining: 1 });
const times = [];
const answers = {};
let next = 0;
let people = 0;
/** Warming up included. */
let everyone = 0;
let measuring = false;

/** Each connection's work until the time is over, or the requests are. */
async function connection(until) {
  while (performance.now() < until && next < requests.length) {
    const { headers, body, size } = requests[next++];
    const began = performance.now();
    const { statusCode, body: answer } = await pool.request({ path, method: 'POST', headers, body });
    const said = await answer.text();
    if (statusCode === 201) everyone += size;
    if (!measuring) continue;
    times.push(performance.now() - began);
    const outcome =
      statusCode === 201 ? (/"outcome":"([^"]+)"/.exec(said)?.[1] ?? '201') : `${statusCode} ${said}`.slice(0, 200);
    answers[outcome] = (answers[outcome] ?? 0) + 1;
    if (statusCode === 201) people += size;
  }
}

const work = (forSeconds) => {
  const until = performance.now() + forSeconds * 1000;
  return Promise.all(Array.from({ length: connections }, () => connection(until)));
};

await work(warmSeconds);
measuring = true;
const began = performance.now();
await work(seconds);
const took = (performance.now() - began) / 1000;
await pool.destroy();
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? null;
console.log(
  JSON.stringify({
    perSecond: times.length / took,
    peoplePerSecond: people / took,
    everyone,
    p50: at(0.5),
    p99: at(0.99),
    answers,
    used: Math.min(next, requests.length),
    ranDry: next >= requests.length,
  }),
);

async function text(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
