/** What stands behind a failure, as far as its words tell. */
export const FAILURE_KINDS = ['unreachable', 'login', 'refused', 'database', 'unknown-work', 'other'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

const SIGNS: readonly [FailureKind, RegExp][] = [
  ['unknown-work', /No handler is named/],
  ['login', /\b(?:EAUTH|535|534|530)\b|Invalid login/i],
  [
    'unreachable',
    /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ESOCKET|EDNS|Greeting never|timed? ?out|socket close/i,
  ],
  ['database', /deadlock|terminating connection|too many clients|violates|Connection terminated|canceling statement/i],
  ['refused', /\b[45]\d\d\b/],
];

/** The kind of an error by its message; the screen has words for each. */
export const failureKind = (message: string): FailureKind =>
  SIGNS.find(([, sign]) => sign.test(message))?.[0] ?? 'other';
