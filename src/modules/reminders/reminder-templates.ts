import { defineTemplates } from '../notifications/index.js';
import { TRIGGERS } from './reminder.types.js';
import { TRIGGER_RULES } from './rules/triggers.js';

const CALL = TRIGGER_RULES.deadline.variables;

/** Messages of this room whose texts the board may write. */
export const REMINDER_TEMPLATES = defineTemplates(
  { kind: 'call.call', variables: CALL },
  { kind: 'call.before', variables: CALL },
  { kind: 'call.due', variables: CALL },
  { kind: 'call.after', variables: [...CALL, 'days'] },
  { kind: 'call.escalation', variables: [...CALL, 'days'] },
  { kind: 'call.nudge', variables: CALL },
  { kind: 'call.noted', variables: [...CALL, 'note'] },
  { kind: 'call.digest', variables: ['count', 'lines'] },
  ...TRIGGERS.filter((trigger) => trigger !== 'opening' && trigger !== 'deadline').map((trigger) => ({
    kind: `reminder.${trigger}`,
    variables: TRIGGER_RULES[trigger].variables,
  })),
  { kind: 'reminder.digest', variables: ['count', 'lines'] },
);
