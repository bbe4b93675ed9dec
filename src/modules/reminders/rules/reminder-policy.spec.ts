import { AUDIENCES } from '../reminder.types.js';
import {
  fillText,
  openingOf,
  policyFaults,
  type PolicyStage,
  type ReminderPolicy,
  SHIPPED_POLICY,
} from './reminder-policy.js';
import { stageKey } from './triggers.js';

const faults = (change: Partial<ReminderPolicy>): string[] =>
  policyFaults({ ...SHIPPED_POLICY, ...change }).map(({ path, rule }) => `${path} ${rule}`);
const stage: PolicyStage = {
  ...{ trigger: 'deadline', workingDays: -10, to: ['unit'], channels: ['inbox', 'email'], text: null },
};

describe('a policy that can be kept', () => {
  it('is the shipped one', () => {
    expect(faults({})).toEqual([]);
    expect(SHIPPED_POLICY.stages.map((one) => `${one.trigger} ${stageKey(one.trigger, one.workingDays)}`)).toEqual([
      'opening call',
      ...['before-10', 'before-5', 'before-2', 'due', 'after-1', 'after-3', 'after-5'].map((key) => `deadline ${key}`),
      'free-places free',
      ...['before-3', 'after-1', 'after-3'].map((key) => `papers ${key}`),
      ...['before-3', 'before-1'].map((key) => `first-session ${key}`),
      ...['after-1', 'after-3'].map((key) => `attendance ${key}`),
      ...['after-3', 'after-8'].map((key) => `results ${key}`),
      ...['before-20', 'before-10', 'before-5'].map((key) => `quota ${key}`),
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

  it('stands on days and reaches levels that its trigger knows, and never leaves out those concerned', () => {
    const of = (change: Partial<PolicyStage>) => faults({ stages: [{ ...stage, ...change }] });
    expect(of({ trigger: 'results', workingDays: -1, to: ['board'] })).toEqual(['stages.0.workingDays daysOfTrigger']);
    expect(of({ trigger: 'first-session', workingDays: 1, to: ['official'] })).toEqual([
      'stages.0.workingDays daysOfTrigger',
    ]);
    expect(of({ trigger: 'first-session', workingDays: -1 })).toEqual(['stages.0.to officialIsAlwaysTold']);
    expect(of({ trigger: 'results', workingDays: 3 })).toEqual(['stages.0.to boardIsAlwaysTold']);
    expect(of({ to: [...AUDIENCES] })).toEqual(['stages.0.to levelOfTrigger']);
    expect(of({ trigger: 'quota', text: '{{program}}: {{places}}' })).toEqual([]);
    expect(of({ trigger: 'quota', text: '{{course}}' })).toEqual(['stages.0.text knownVariables']);
  });

  it('counts days and levels for each trigger by itself', () => {
    const papers = { ...stage, trigger: 'papers' as const, to: ['unit', 'board'] as const };
    expect(faults({ stages: [papers, { ...stage, workingDays: 1 }] })).toEqual([]);
    expect(faults({ stages: [stage, { ...stage, trigger: 'papers' }] })).toEqual([]);
  });

  it('calls a unit by fewer channels where it says so, in its inbox always', () => {
    const silent = { ...SHIPPED_POLICY, stages: [] };
    expect(openingOf(silent)).toEqual(openingOf(SHIPPED_POLICY));
    const opening: PolicyStage = { ...openingOf(SHIPPED_POLICY), channels: ['inbox'] };
    expect(openingOf({ ...silent, stages: [opening] }).channels).toEqual(['inbox']);
    expect(faults({ stages: [{ ...opening, channels: ['email'] }] })).toEqual(['stages.0.channels inboxAlways']);
  });
});
