import { type Audience, AUDIENCES, type Channel, type Trigger } from '../reminder.types.js';
import { stageKey, TRIGGER_RULES } from './triggers.js';

/** One time at which people are reminded of something. */
export interface PolicyStage {
  readonly trigger: Trigger;
  /** Working days from the trigger's day: negative before it, 0 on it, positive after it. */
  readonly workingDays: number;
  readonly to: readonly Audience[];
  readonly channels: readonly Channel[];
  /** In place of the shipped text, with `{{…}}` of the trigger's variables; null for the shipped one. */
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

const shipped = (trigger: Trigger, workingDays: number, ...to: readonly Audience[]): PolicyStage => ({
  trigger,
  workingDays,
  to,
  channels: ['inbox', 'email'],
  text: null,
});

/** What holds where nobody decided otherwise. */
export const SHIPPED_POLICY: ReminderPolicy = {
  stages: [
    shipped('opening', 0, 'unit'),
    ...[-10, -5, -2, 0, 1, 3].map((days) => shipped('deadline', days, 'unit')),
    shipped('deadline', 5, 'unit', 'board'),
    shipped('free-places', 0, 'unit'),
    shipped('papers', -3, 'unit'),
    shipped('papers', 1, 'unit'),
    shipped('papers', 3, 'unit', 'board'),
    shipped('first-session', -3, 'official', 'unit'),
    shipped('first-session', -1, 'official', 'unit'),
    shipped('attendance', 1, 'board'),
    shipped('attendance', 3, 'board'),
    shipped('results', 3, 'board'),
    shipped('results', 8, 'board'),
    shipped('quota', -20, 'unit'),
    shipped('quota', -10, 'unit'),
    shipped('quota', -5, 'unit', 'board'),
  ],
  sendAt: '09:00',
  opensAt: '07:00',
  closesAt: '18:00',
  maxPerDay: 3,
};

/** How the call itself goes: a policy may change that, but not take it away. */
export const openingOf = ({ stages }: ReminderPolicy): PolicyStage =>
  stages.find(({ trigger }) => trigger === 'opening') ?? shipped('opening', 0, 'unit');

/** How far up an audience reaches. */
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
  const { audiences, days, variables } = TRIGGER_RULES[one.trigger];
  const [from, to] = days;
  const key = (other: PolicyStage): string => `${other.trigger} ${stageKey(other.trigger, other.workingDays)}`;
  if (one.workingDays < from || one.workingDays > to)
    faults.push({ path: at('workingDays'), rule: 'daysOfTrigger', facts: { from, to } });
  if (all.findIndex((other) => key(other) === key(one)) < index)
    faults.push({ path: at('workingDays'), rule: 'stageOncePerDay' });
  if (!one.to.includes(audiences[0])) faults.push({ path: at('to'), rule: MISSED[audiences[0]] ?? 'unitIsAlwaysTold' });
  else if (!one.to.every((level) => audiences.includes(level))) faults.push({ path: at('to'), rule: 'levelOfTrigger' });
  else if (all.some((other) => isBefore(other, one) && reach(other.to) > reach(one.to)))
    faults.push({ path: at('to'), rule: 'escalationGoesUp' });
  if (!one.channels.includes('inbox')) faults.push({ path: at('channels'), rule: 'inboxAlways' });
  if (one.text !== null && !textIsSound(one.text, variables))
    faults.push({
      path: at('text'),
      rule: 'knownVariables',
      facts: { names: variables.map((name) => `{{${name}}}`).join(', ') },
    });
  return faults;
}

/** Who is left out, as a rule. */
const MISSED: Partial<Record<Audience, string>> = { official: 'officialIsAlwaysTold', board: 'boardIsAlwaysTold' };

const isBefore = (other: PolicyStage, one: PolicyStage): boolean =>
  other.trigger === one.trigger && other.workingDays < one.workingDays;

/** Whether every brace of a text belongs to a variable that can be filled. */
function textIsSound(text: string, variables: readonly string[]): boolean {
  const rest = text.replace(VARIABLE, (whole, name: string) => (variables.includes(name) ? '' : whole));
  return !/[{}]/.test(rest);
}

const VARIABLE = /\{\{(\w+)\}\}/g;

/** A text of one's own with its variables filled. */
export const fillText = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(VARIABLE, (whole, name: string) => facts[name] ?? whole);
