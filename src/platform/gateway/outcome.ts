/** What became of handing a message over. */
export type Outcome =
  /** Taken, under this id of the other side's. */
  | { readonly accepted: string }
  /** Never to be tried again to this address. */
  | { readonly refused: string }
  /** To be tried again: by itself soon, or after the time the other side asked for. */
  | { readonly later: string; readonly afterSeconds?: number };
