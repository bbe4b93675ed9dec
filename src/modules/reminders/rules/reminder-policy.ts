import { type Audience, AUDIENCES, type Channel, type ReminderStage } from '../reminder.types.js';

/** One time at which a silent unit is pressed. */
export interface PolicyStage {
  /** Working days from the deadline: negative before it, 0 on it, positive after it. */
  readonly workingDays: number;
  readonly to: readonly Audience[];
  readonly channels: readonly Channel[];
  /** In place of the shipped text, with `{{…}}` of `TEXT_VARIABLES`; null for the shipped one. */
  readonly text: string | null;
}

/** When, how often and to whom reminders go. Times of day are Vietnam's, written `HH:MM`. */
export interface ReminderPolicy {
  readonly stages: readonly PolicyStage[];
  /** When a stage's reminders leave. */
  readonly sendAt: string;
  /** Nothing leaves before this time or from `closesAt` on. */
  readonly opensAt: string;
  readonly closesAt: string;
  /** Messages at most that one person gets in a day; several that are due at once count as one. */
  readonly maxPerDay: number;
}

/** One thing that is wrong with one field of a policy. */
export interface PolicyFault {
  readonly path: string;
  readonly rule: string;
  readonly facts?: Record<string, unknown>;
}

/** What a text of one's own may speak of. */
export const TEXT_VARIABLES = ['course', 'title', 'unit', 'deadline'] as const;

const stage = (workingDays: number, to: readonly Audience[] = ['unit']): PolicyStage => ({
  workingDays,
  to,
  channels: ['inbox', 'email'],
  text: null,
});

/** What holds where nobody decided otherwise. */
export const SHIPPED_POLICY: ReminderPolicy = {
  stages: [stage(-10), stage(-5), stage(-2), stage(0), stage(1), stage(3), stage(5, ['unit', 'board'])],
  sendAt: '09:00',
  opensAt: '07:00',
  closesAt: '18:00',
  maxPerDay: 3,
};

/** The name of a stage: `before-5`, `due`, `after-1`. */
export const stageKey = (workingDays: number): ReminderStage =>
  workingDays === 0 ? 'due' : `${workingDays < 0 ? 'before' : 'after'}-${Math.abs(workingDays)}`;

/** How far up an audience reaches: 0 the unit, 1 the committee, 2 its secretary, 3 the board. */
const reach = (to: readonly Audience[]): number => Math.max(...to.map((level) => AUDIENCES.indexOf(level)));

/** What is wrong with a policy, by field; nothing when it can be kept. */
export function policyFaults(policy: ReminderPolicy): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (policy.closesAt <= policy.opensAt) faults.push({ path: 'closesAt', rule: 'closesAfterOpening' });
  if (policy.sendAt < policy.opensAt || policy.sendAt >= policy.closesAt)
    faults.push({ path: 'sendAt', rule: 'withinReminderHours' });
  policy.stages.forEach((one, index) => {
    faults.push(...stageFaults(one, index, policy.stages));
  });
  return faults;
}

function stageFaults(one: PolicyStage, index: number, all: readonly PolicyStage[]): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const at = (field: string): string => `stages.${index}.${field}`;
  if (all.findIndex(({ workingDays }) => workingDays === one.workingDays) < index)
    faults.push({ path: at('workingDays'), rule: 'stageOncePerDay' });
  if (!one.to.includes('unit')) faults.push({ path: at('to'), rule: 'unitIsAlwaysTold' });
  else if (all.some(({ workingDays, to }) => workingDays < one.workingDays && reach(to) > reach(one.to)))
    faults.push({ path: at('to'), rule: 'escalationGoesUp' });
  if (!one.channels.includes('inbox')) faults.push({ path: at('channels'), rule: 'inboxAlways' });
  if (one.text !== null && !textIsSound(one.text))
    faults.push({ path: at('text'), rule: 'knownVariables', facts: { names: namesOfVariables() } });
  return faults;
}

const namesOfVariables = (): string => TEXT_VARIABLES.map((name) => `{{${name}}}`).join(', ');

/** Whether every brace of a text belongs to a variable that can be filled. */
function textIsSound(text: string): boolean {
  const rest = text.replace(VARIABLE, (whole, name: string) =>
    (TEXT_VARIABLES as readonly string[]).includes(name) ? '' : whole,
  );
  return !/[{}]/.test(rest);
}

const VARIABLE = /\{\{(\w+)\}\}/g;

/** A text of one's own with its variables filled. */
export const fillText = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(VARIABLE, (whole, name: string) => facts[name] ?? whole);
