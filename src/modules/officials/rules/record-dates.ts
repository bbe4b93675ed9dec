import { type PlainDate, yearOf } from '../../../kernel/plain-date.js';

/** One date that cannot stand where it stands. */
export interface DateFault {
  readonly path: string;
  readonly rule: string;
}

export interface PersonDates {
  readonly bornOn?: PlainDate | null;
  readonly birthYear?: number | null;
  readonly probationaryOn?: PlainDate | null;
  readonly fullMemberOn?: PlainDate | null;
}

/** Born before today, probation after birth, full membership after probation. @returns the first fault of each field. */
export function faultsOfPerson(
  { bornOn, birthYear, probationaryOn, fullMemberOn }: PersonDates,
  today: PlainDate,
): DateFault[] {
  const born = bornOn ?? (birthYear ? `${birthYear}-01-01` : null);
  return [
    ...(bornOn && birthYear && yearOf(bornOn) !== birthYear ? [{ path: 'birthYear', rule: 'yearOfBirthDate' }] : []),
    ...(birthYear && birthYear > yearOf(today) ? [{ path: 'birthYear', rule: 'notInTheFuture' }] : []),
    ...(bornOn && bornOn > today ? [{ path: 'bornOn', rule: 'notInTheFuture' }] : []),
    ...(born && probationaryOn && probationaryOn < born ? [{ path: 'probationaryOn', rule: 'afterBirth' }] : []),
    ...(probationaryOn && fullMemberOn && fullMemberOn < probationaryOn
      ? [{ path: 'fullMemberOn', rule: 'afterProbation' }]
      : []),
    ...(born && !probationaryOn && fullMemberOn && fullMemberOn < born
      ? [{ path: 'fullMemberOn', rule: 'afterBirth' }]
      : []),
  ];
}

/** A span that has a first and a last day; null where it is open. */
export interface Span {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** The last day is not before the first, and neither before birth. */
export function faultsOfSpan({ from, to }: Span, bornOn: PlainDate | null): DateFault[] {
  return [
    ...(from && bornOn && from < bornOn ? [{ path: 'from', rule: 'afterBirth' }] : []),
    ...(to && bornOn && to < bornOn ? [{ path: 'to', rule: 'afterBirth' }] : []),
    ...(from && to && to < from ? [{ path: 'to', rule: 'notBeforeFrom' }] : []),
  ];
}

/** What has happened lies between birth and today. @param path the field of the day. */
export function faultsOfPastDay(
  path: string,
  day: PlainDate | null | undefined,
  bornOn: PlainDate | null,
  today: PlainDate,
): DateFault[] {
  if (!day) return [];
  if (day > today) return [{ path, rule: 'notInTheFuture' }];
  return bornOn && day < bornOn ? [{ path, rule: 'afterBirth' }] : [];
}

/** Whether two spans have a day in common. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);
