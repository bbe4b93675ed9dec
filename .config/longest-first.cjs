const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Folders in the order in which their files are begun. What waits for processes and browsers comes first: a long file
 * begun last would leave the other workers idle. Jest's own order knows only sizes on a machine that never ran them.
 */
const ORDER = ['test/process/', 'test/queue/', 'test/concurrency/', 'test/browser/', 'test/api/', 'test/'];

const rank = ({ path }) => {
  const found = ORDER.findIndex((folder) => path.includes(`/${folder}`));
  return found < 0 ? ORDER.length : found;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
