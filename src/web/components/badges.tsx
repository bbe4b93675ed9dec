import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Background and text of each mood; every pair has a contrast above 4.5. */
const MOODS = {
  calm: { background: '#e9ecef', color: '#343a40' },
  active: { background: '#d7ebff', color: '#0b4f8a' },
  good: { background: '#d8f3dc', color: '#1b5e2a' },
  warn: { background: '#ffedc2', color: '#7a4a00' },
  bad: { background: '#fde0df', color: '#8f1d21' },
} as const;

const MOOD_OF: Record<string, keyof typeof MOODS> = {
  draft: 'calm',
  open: 'active',
  closed: 'warn',
  confirmed: 'active',
  running: 'good',
  completed: 'good',
  cancelled: 'bad',
  awaiting: 'calm',
  answered: 'good',
  late: 'warn',
  silent: 'bad',
  'answered-late': 'warn',
  'more-time': 'active',
  submitted: 'active',
  returned: 'warn',
  approved: 'good',
  decided: 'good',
  enrolled: 'good',
  studying: 'good',
  replaced: 'calm',
  interest: 'calm',
  proposed: 'active',
  reserve: 'warn',
  endorsed: 'good',
  issued: 'good',
  revoked: 'bad',
  declined: 'bad',
  'no-show': 'bad',
  rejected: 'bad',
  withdrawn: 'calm',
  lapsed: 'calm',
  'not-completed': 'bad',
  planned: 'calm',
  queued: 'active',
  sent: 'good',
  dropped: 'calm',
  kept: 'calm',
  on: 'good',
  off: 'calm',
  waiting: 'active',
  failed: 'bad',
  met: 'good',
  notMet: 'bad',
  unknown: 'warn',
  exempt: 'calm',
  seated: 'good',
  waitlisted: 'warn',
  refused: 'bad',
  pass: 'good',
  fail: 'bad',
  needsException: 'warn',
  reading: 'active',
  preview: 'warn',
  applying: 'active',
  applied: 'good',
  solving: 'active',
  ready: 'warn',
  accepted: 'good',
  new: 'good',
  changed: 'active',
  problem: 'bad',
  revised: 'good',
  due: 'active',
  done: 'good',
  added: 'good',
  gone: 'bad',
  published: 'good',
  unseen: 'bad',
  seen: 'warn',
  acknowledged: 'good',
  present: 'good',
  excused: 'active',
  absent: 'bad',
  'on-track': 'calm',
  'at-risk': 'warn',
  'out-of-reach': 'bad',
  below: 'bad',
};

/** The standing of something, in a word: `family` says of what, e.g. `course` for `course.open`. */
export function StateBadge({ family, state }: { family: string; state: string }) {
  const { t } = useTranslation();
  const { background, color } = MOODS[MOOD_OF[state] ?? 'calm'];
  return (
    <Badge
      variant="filled"
      size="lg"
      fw={600}
      styles={{
        root: { background, color, height: 'auto', textTransform: 'none', flexShrink: 0 },
        label: { whiteSpace: 'nowrap', overflow: 'visible' },
      }}
    >
      {t(`state.${family}.${state}`)}
    </Badge>
  );
}
