import { TIME_ZONE } from '../../kernel/clock.js';

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' });

/** What a clock on the wall shows at an instant, `HH:MM`. */
export const timeIn = (instant: Date): string => CLOCK.format(instant);
