import type { BounceReason, ReportedOutcome } from '../channel.types.js';

/** What a mail server reports of one recipient. */
export interface DeliveryReport {
  readonly outcome: ReportedOutcome;
  /** As in RFC 3463: 5.1.1. */
  readonly status: string;
  readonly why: BounceReason;
  /** The server's own words. */
  readonly said: string;
}

const LONGEST = 300;
const STATUS = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

/** What a status is about, by its subject and then its detail (RFC 3463). */
const REASONS: readonly [sign: RegExp, why: BounceReason][] = [
  [/^\d\.1\.(?:2|10)$/, 'no-domain'],
  [/^\d\.1\./, 'no-mailbox'],
  [/^\d\.2\.2$/, 'full'],
  [/^\d\.(?:2\.3|3\.4)$/, 'content'],
  [/^\d\.2\./, 'disabled'],
  [/^\d\.4\./, 'unreachable'],
  [/^\d\.[56]\./, 'content'],
  [/^\d\.7\./, 'blocked'],
];

/** About this mail or about the moment: the next one may arrive. */
const NOT_THE_ADDRESS: readonly BounceReason[] = ['full', 'content', 'blocked'];

/** What stands behind a status. */
export const reasonOf = (status: string): BounceReason => REASONS.find(([sign]) => sign.test(status))?.[1] ?? 'other';

/** Whether a report means that nothing arrives at its address until somebody mends it. */
export const isAddressBad = ({ outcome, status, why }: Omit<DeliveryReport, 'said'>): boolean =>
  outcome === 'failed' && status.startsWith('5') && !NOT_THE_ADDRESS.includes(why);

/**
 * Reads what RFC 3464 calls the delivery status: a group of fields about the report, then one for each recipient. Ours
 * have one recipient; where a list behind it has several, the worst counts.
 * @returns null when it says neither that the mail failed nor that it is late
 */
export function readDeliveryStatus(text: string): DeliveryReport | null {
  const reports = text
    .replaceAll('\r\n', '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map(fieldsOf)
    .flatMap(reportOf);
  return reports.find(({ outcome }) => outcome === 'failed') ?? reports[0] ?? null;
}

/**
 * Reads a refusal at the door, which carries the same status in its words: `550 5.1.1 no such user`.
 * @returns null where it has none
 */
export function readRefusal(said: string): DeliveryReport | null {
  const [status] = STATUS.exec(said) ?? [];
  if (status === undefined) return null;
  return { outcome: 'failed', status, why: reasonOf(status), said: said.slice(0, LONGEST) };
}

/** Fields by their names; a line that begins with a blank goes on where the last one ended. */
function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
    }),
  );
}

function reportOf(fields: ReadonlyMap<string, string>): DeliveryReport | [] {
  const action = fields.get('action')?.toLowerCase().split(/\s/)[0];
  const [status] = STATUS.exec(fields.get('status') ?? '') ?? [];
  if ((action !== 'failed' && action !== 'delayed') || status === undefined) return [];
  // `smtp; 550 5.1.1 …`: the kind of words is no news to anybody.
  const words = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').replace(/\s+/g, ' ');
  return { outcome: action, status, why: reasonOf(status), said: (words || status).slice(0, LONGEST) };
}
