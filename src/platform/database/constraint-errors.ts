import { QueryFailedError } from 'typeorm';
import type { DomainError } from '../http/domain-error.js';

const errors = new Map<string, () => DomainError>();

/**
 * Says which domain error a database constraint stands for, so that a lost race reads like the check it lost to.
 * @param constraint its name in the migrations, a sentence such as `nomination_once_per_course`.
 */
export function onConstraint(constraint: string, error: () => DomainError): void {
  errors.set(constraint, error);
}

/** Names of all constraints that have an error of their own. */
export const mappedConstraints = (): string[] => [...errors.keys()].sort();

/** The domain error behind a failed statement, or null when it broke no constraint that we speak of. */
export function constraintError(failure: unknown): DomainError | null {
  const constraint = violatedConstraint(failure);
  return constraint === null ? null : (errors.get(constraint)?.() ?? null);
}

/** The name of the constraint that a failed statement broke, or null. */
export function violatedConstraint(failure: unknown): string | null {
  if (!(failure instanceof QueryFailedError)) return null;
  const { constraint } = failure.driverError as { constraint?: string };
  return constraint ?? null;
}

const LOCK_NOT_AVAILABLE = '55P03';
const SERIALIZATION = '40001';
const DEADLOCK = '40P01';

/** Whether a statement failed only because of what others did at the same time: asking again may succeed. */
export function isContention(failure: unknown): boolean {
  if (!(failure instanceof QueryFailedError)) return false;
  const { code } = failure.driverError as { code?: string };
  return code === LOCK_NOT_AVAILABLE || code === SERIALIZATION || code === DEADLOCK;
}
