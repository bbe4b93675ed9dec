/** What a movement of places is called in the ledger. */
export const ENTRY_KINDS = [
  'grant',
  'cut',
  'allocate',
  'transfer',
  'hold',
  'name',
  'reserve',
  'take',
  'release',
  'return',
  'expire',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The accounts of a row: what feeds it, and where its places are. */
export const BUCKETS = ['above', 'free', 'passed', 'held', 'reserved', 'taken'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** What of a grant can be put right. */
export const GRANT_FIELDS = ['places', 'documentNumber', 'documentDate', 'useBy', 'grantor', 'school', 'note'] as const;
export type GrantField = (typeof GRANT_FIELDS)[number];

export const TRANSFER_STATES = ['asked', 'agreed', 'approved', 'refused', 'withdrawn'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export const OFFER_STATES = ['waiting', 'offered', 'accepted', 'declined', 'lapsed', 'closed'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** Who moves places, when, and on what grounds. */
export interface Movement {
  readonly kind: EntryKind;
  readonly at: Date;
  /** The account; null: the system itself, by a rule. */
  readonly by: string | null;
  readonly reason?: string | null;
  readonly document?: string | null;
  /** The hold, offer, transfer or rule that it happens for. */
  readonly causeId?: string | null;
}

/** The places of one program and year. */
export interface PlacesOf {
  readonly programId: string;
  /** The year. */
  readonly period: number;
}
