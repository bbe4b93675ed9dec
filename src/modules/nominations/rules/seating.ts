/** Somebody on the waitlist when seats are free. */
export interface WaitingPerson {
  readonly id: string;
  readonly unitId: string;
  /** Whether the person is being asked about a seat, or did not take one that was offered. */
  readonly offer: 'none' | 'open' | 'refused';
  /** What now speaks against the person, or null. */
  readonly against: string | null;
}

/** The free seats of a class. */
export interface FreeSeats {
  /** Not taken and not offered to anybody, reserved ones included. */
  readonly free: number;
  /** Of those, what is still kept for a unit, by the unit's id. */
  readonly kept: ReadonlyMap<string, number>;
}

export interface Seating {
  /** Who gets a seat, in order. */
  readonly next: readonly string[];
  /** Who came to their turn and was passed over, because something now speaks against them. */
  readonly passed: readonly string[];
}

/**
 * Who of a waitlist gets the free seats, in its order: a seat kept for a unit goes to its people alone, any other to whoever
 * comes next. A person against whom something speaks is passed over and the next one is asked.
 */
export function seatNext(waiting: readonly WaitingPerson[], { free, kept }: FreeSeats): Seating {
  const own = new Map(kept);
  let open = free - [...kept.values()].reduce((sum, seats) => sum + seats, 0);
  const next: string[] = [];
  const passed: string[] = [];
  for (const { id, unitId, offer, against } of waiting) {
    const reserved = own.get(unitId) ?? 0;
    if (offer !== 'none' || next.length >= free || (reserved <= 0 && open <= 0)) continue;
    if (against !== null) {
      passed.push(id);
      continue;
    }
    if (reserved > 0) own.set(unitId, reserved - 1);
    else open -= 1;
    next.push(id);
  }
  return { next, passed };
}
