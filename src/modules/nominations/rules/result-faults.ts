import type { PlainDate } from '../../../kernel/plain-date.js';
import type { Classification } from '../nomination.types.js';

/** What somebody writes down as a result. */
interface WrittenResult {
  readonly classification: Classification;
  readonly certificateNumber?: string | null;
  readonly certificateDate?: PlainDate | null;
}

/** What is wrong with a result as it was written, or null: who failed has no certificate, and none is of tomorrow. */
export function faultOfResult(
  { classification, certificateNumber, certificateDate }: WrittenResult,
  today: PlainDate,
): { path: string; rule: string } | null {
  if (classification === 'failed' && (certificateNumber?.trim() || certificateDate))
    return { path: 'certificateNumber', rule: 'noCertificateWhenFailed' };
  if (certificateDate && certificateDate > today) return { path: 'certificateDate', rule: 'certificateNotInTheFuture' };
  return null;
}
