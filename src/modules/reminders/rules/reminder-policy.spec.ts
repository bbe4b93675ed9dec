import { fillText, policyFaults, type ReminderPolicy, SHIPPED_POLICY, stageKey } from './reminder-policy.js';

const faults = (change: Partial<ReminderPolicy>): string[] =>
  policyFaults({ ...SHIPPED_POLICY, ...change }).map(({ path, rule }) => `${path} ${rule}`);
const stage = SHIPPED_POLICY.stages[0] ?? { workingDays: 0, to: [], channels: [], text: null };

describe('a policy that can be kept', () => {
  it('is the shipped one', () => {
    expect(faults({})).toEqual([]);
    expect(SHIPPED_POLICY.stages.map(({ workingDays }) => stageKey(workingDays))).toEqual([
      'before-10',
      'before-5',
      'before-2',
      'due',
      'after-1',
      'after-3',
      'after-5',
    ]);
  });

  it('sends within its hours, and they end after they begin', () => {
    expect(faults({ sendAt: '06:59' })).toEqual(['sendAt withinReminderHours']);
    expect(faults({ sendAt: '18:00' })).toEqual(['sendAt withinReminderHours']);
    expect(faults({ closesAt: '07:00' })).toEqual(['closesAt closesAfterOpening', 'sendAt withinReminderHours']);
  });

  it('names each stage once, tells the unit always, in the inbox always', () => {
    expect(faults({ stages: [stage, stage] })).toEqual(['stages.1.workingDays stageOncePerDay']);
    expect(faults({ stages: [{ ...stage, to: ['board'] }] })).toEqual(['stages.0.to unitIsAlwaysTold']);
    expect(faults({ stages: [{ ...stage, channels: ['email'] }] })).toEqual(['stages.0.channels inboxAlways']);
  });

  it('never tells fewer levels later, in whatever order it is written', () => {
    const board = { ...stage, workingDays: -3, to: ['unit', 'board'] as const };
    const unit = { ...stage, workingDays: 1 };
    expect(faults({ stages: [unit, board] })).toEqual(['stages.0.to escalationGoesUp']);
    expect(faults({ stages: [{ ...unit, to: ['unit', 'committee', 'board'] }, board] })).toEqual([]);
  });

  it('fills only what it knows', () => {
    const text = 'Lớp {{course}}: {{unit}}, hạn {{deadline}}.';
    expect(faults({ stages: [{ ...stage, text }] })).toEqual([]);
    for (const broken of ['{{ten}}', '{{course', 'course}}', '{ course }', '{{course}} {{so.can.cuoc}}'])
      expect([broken, faults({ stages: [{ ...stage, text: broken }] })]).toEqual([
        broken,
        ['stages.0.text knownVariables'],
      ]);
    expect(fillText(text, { course: 'TC-1', unit: 'Xã Bính Xá', deadline: '15/04/2026' })).toBe(
      'Lớp TC-1: Xã Bính Xá, hạn 15/04/2026.',
    );
  });
});
