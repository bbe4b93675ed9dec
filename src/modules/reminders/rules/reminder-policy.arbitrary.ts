import fc from 'fast-check';
import type { SwappedDay } from '../../../kernel/working-calendar.js';
import { addDays } from '../../../kernel/plain-date.js';
import { AUDIENCES, CHANNELS } from '../reminder.types.js';
import { policyFaults, type PolicyStage, type ReminderPolicy } from './reminder-policy.js';

const time = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

const stage = (workingDays: number): fc.Arbitrary<PolicyStage> =>
  fc.record({
    workingDays: fc.constant(workingDays),
    to: fc.constantFrom(...AUDIENCES).map((top) => AUDIENCES.slice(0, AUDIENCES.indexOf(top) + 1)),
    channels: fc.constantFrom([...CHANNELS], [CHANNELS[0]]),
    text: fc.constantFrom(null, 'Lớp {{course}} chờ {{unit}}.'),
  });

/** Policies that can be kept. */
export const policies: fc.Arbitrary<ReminderPolicy> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -15, max: 15 }), { maxLength: 8 }),
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => time(h, m)),
      {
        minLength: 3,
        maxLength: 3,
      },
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .chain(([days, times, maxPerDay]) => {
    const [opensAt = '', sendAt = '', closesAt = ''] = [...times].sort();
    return fc
      .tuple(...days.map(stage))
      .map((stages): ReminderPolicy => ({ stages, opensAt, sendAt, closesAt, maxPerDay }));
  })
  .filter((policy) => policyFaults(policy).length === 0);

/** Days that the Government moved, in the years of the tests. */
export const swaps: fc.Arbitrary<SwappedDay[]> = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-01-01', days)),
    kind: fc.constantFrom('holiday' as const, 'swapped-off' as const, 'swapped-workday' as const),
  }),
  { maxLength: 30 },
);
