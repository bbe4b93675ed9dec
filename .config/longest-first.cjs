const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that take longest: begun last, they would leave the other workers idle. */
const LONGEST = ['browser/screens', 'process/worker-kill', 'process/start', 'browser/timetable', 'api/imports.'];

/**
 * What a file mostly does: wait for processes, paint pages, or work in a database. One of each is begun in turn, so that
 * neither two cores stand idle while three files wait, nor three browsers paint at once.
 */
const KINDS = [/\/test\/(process|queue)\//, /\/test\/browser\//];
/** Those that work in a database are more, and shorter. */
const IN_A_TURN = [1, 1, 2];

const kindOf = ({ path }) => {
  const found = KINDS.findIndex((kind) => kind.test(path));
  return found < 0 ? KINDS.length : found;
};
const rank = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.includes(`/test/${name}`));
  return found < 0 ? LONGEST.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const waiting = IN_A_TURN.map(() => []);
    for (const test of super.sort(tests).sort((a, b) => rank(a) - rank(b))) waiting[kindOf(test)].push(test);
    const sorted = [];
    while (sorted.length < tests.length)
      waiting.forEach((queue, kind) => sorted.push(...queue.splice(0, IN_A_TURN[kind])));
    return sorted;
  }
};
