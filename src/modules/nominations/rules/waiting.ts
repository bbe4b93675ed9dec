/** What is known of somebody who waits. */
export interface WaitingFacts {
  /** 1 is the first of the line. */
  readonly position: number;
  /** People before them to whom a seat could go: not asked already and not passed over. */
  readonly ahead: number;
  readonly offer: { readonly state: 'open' | 'declined' | 'expired'; readonly until: string } | null;
  /** Whether something spoke against the person when their turn came. */
  readonly passedOver: boolean;
  /** Until when free seats are kept for other units; null where none is. */
  readonly keptUntil: string | null;
}

/** Why somebody waits, as one sentence is made of it. */
export type WaitingReason =
  | { readonly why: 'offered' | 'offer-declined' | 'offer-expired' | 'kept'; readonly until: string }
  | { readonly why: 'passed-over' | 'next' }
  | { readonly why: 'after'; readonly ahead: number };

/** The one thing that most explains why a person waits. */
export function whyWaiting({ ahead, offer, passedOver, keptUntil }: WaitingFacts): WaitingReason {
  if (offer?.state === 'open') return { why: 'offered', until: offer.until };
  if (offer) return { why: offer.state === 'declined' ? 'offer-declined' : 'offer-expired', until: offer.until };
  if (passedOver) return { why: 'passed-over' };
  if (ahead > 0) return { why: 'after', ahead };
  return keptUntil === null ? { why: 'next' } : { why: 'kept', until: keptUntil };
}
