import { defineTemplates } from '../notifications/index.js';

const CALL = ['course', 'title', 'unit', 'deadline'];

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
);
