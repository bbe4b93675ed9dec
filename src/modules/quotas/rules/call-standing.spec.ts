import { callStanding } from './call-standing.js';

const deadline = '2026-04-30';

describe('a unit that is called by a notice', () => {
  it.each([
    ['silent', null, null, '2026-04-30'],
    ['late', null, null, '2026-05-01'],
    ['more-time', 'more-time', '2026-04-10', '2026-04-30'],
    ['late', 'more-time', '2026-04-10', '2026-05-01'],
    ['answered', 'list', '2026-04-30', '2026-06-01'],
    ['answered', 'none', '2026-04-01', '2026-04-02'],
    ['answered-late', 'list', '2026-05-01', '2026-05-01'],
  ] as const)('is %s', (standing, answer, answeredOn, today) => {
    expect(callStanding({ answer, answeredOn, deadline }, today)).toBe(standing);
  });
});
