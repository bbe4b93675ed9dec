import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLocale, type Locale } from '../../i18n/i18n';

/** Vietnamese or English, on this machine. */
export function LanguageSwitch({ onChoose }: { onChoose?: (locale: Locale) => void }) {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl
      aria-label={t('common.language')}
      value={i18n.language}
      data={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(value) => {
        const locale: Locale = value === 'en' ? 'en' : 'vi';
        void chooseLocale(locale).then(() => onChoose?.(locale));
      }}
    />
  );
}
