/** Who may be logged in. An `official` sees and asks for themselves alone; `operator` comes with later work. */
export const ROLES = ['board', 'committee', 'cell', 'leader', 'official'] as const;
export type Role = (typeof ROLES)[number];

/** The languages a person can choose; Vietnamese is the first. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The person behind a request: always acts for one unit and sees that unit's subtree only. */
export interface Actor {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly unitId: string;
  /** The record of the person themselves, where it is known. */
  readonly officialId?: string | null;
  readonly locale: Locale;
  /** How the person came in: a browser's session or a personal token. */
  readonly credential: { kind: 'session' | 'token'; id: string };
}
