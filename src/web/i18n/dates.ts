/** `2026-03-15` as people write it: 15/03/2026. */
export const writeDate = (date: string | null | undefined): string => {
  const [year, month, day] = (date ?? '').split('-');
  return year && month && day ? `${day}/${month}/${year}` : '—';
};

/** A span of days, short when it is one day. */
export const writeSpan = (from: string, to: string): string =>
  from === to ? writeDate(from) : `${writeDate(from)} – ${writeDate(to)}`;

const instant = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as a clock on the wall in Vietnam shows it. */
export const writeInstant = (iso: string | null | undefined): string => (iso ? instant.format(new Date(iso)) : '—');

/** Today in Vietnam, `YYYY-MM-DD`. */
export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
