import { useTranslation } from 'react-i18next';

/** Shares from 0 to 1 and other fractions, as the reader's language writes them. */
export function useShares() {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'vi' ? 'vi-VN' : 'en-GB';
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return {
    percent: (share: number | null): string => (share === null ? '—' : percents.format(share)),
    decimal: (number: number): string => decimals.format(number),
  };
}
