import { useTranslation } from 'react-i18next';
import { writeDate } from '../../i18n/dates';

/** Writes a span that may be open at either end: `01/02/2020 – nay`. */
export function useWriteSpan(): (span: { from: string | null; to: string | null }) => string {
  const { t } = useTranslation();
  return ({ from, to }) =>
    t('officials.span', {
      from: from ? writeDate(from) : t('officials.fromUnknown'),
      to: to ? writeDate(to) : t('officials.toNow'),
    });
}
