/** The zone every date on a paper or a screen is thought of in. It has had no daylight saving since 1975. */
export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Where "now" comes from. Injected everywhere, so that tests and replays choose the time. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;
}
