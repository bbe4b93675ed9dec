import fc from 'fast-check';
import { COURSE_STATES } from '../course.types.js';
import { COURSE_STEPS, courseFaults, deadlineFaults, nextCourseState } from './course-life.js';

const state = fc.constantFrom(...COURSE_STATES);
const step = fc.constantFrom(...COURSE_STEPS);

describe('the life of a class', () => {
  it('runs from draft to completed', () => {
    const way = ['openNominations', 'closeNominations', 'confirm', 'start', 'complete'] as const;
    const states = way.reduce<string[]>(
      (past, next) => [...past, nextCourseState(past.at(-1) as 'draft', next) ?? 'stuck'],
      ['draft'],
    );
    expect(states).toEqual(['draft', 'open', 'closed', 'confirmed', 'running', 'completed']);
  });

  it('nothing leaves completed or cancelled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('completed' as const, 'cancelled' as const),
        step,
        (end, next) => nextCourseState(end, next) === null,
      ),
    );
  });

  it('never goes back to draft, and only a closed call opens again', () => {
    fc.assert(
      fc.property(state, step, (from, next) => {
        const to = nextCourseState(from, next);
        if (to === null) return true;
        const backward = COURSE_STATES.indexOf(to) < COURSE_STATES.indexOf(from);
        return to !== 'draft' && (!backward || (from === 'closed' && to === 'open'));
      }),
    );
  });
});

describe('the facts of a class', () => {
  it('names every fault at once', () => {
    expect(courseFaults({ startsOn: '2026-03-02', endsOn: '2026-03-01', capacity: 10, minimum: 11 })).toEqual([
      { path: 'endsOn', rule: 'notBeforeStart' },
      { path: 'minimum', rule: 'withinCapacity' },
    ]);
  });

  it('takes a deadline from today to the first day of the class, both included', () => {
    expect(deadlineFaults('2026-03-01', '2026-03-10', '2026-03-01')).toEqual([]);
    expect(deadlineFaults('2026-03-10', '2026-03-10', '2026-03-01')).toEqual([]);
    expect(deadlineFaults('2026-02-28', '2026-03-10', '2026-03-01')).toEqual([
      { path: 'deadline', rule: 'notBeforeToday' },
    ]);
    expect(deadlineFaults('2026-03-11', '2026-03-10', '2026-03-01')).toEqual([
      { path: 'deadline', rule: 'notAfterStart' },
    ]);
  });
});
