import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import vi from './vi.json';

const STORED = 'hong-chuyen.locale';
const BUNDLE = 'translation';

export type Locale = 'vi' | 'en';

/** Texts of the screens: Vietnamese at once; English is fetched by those who choose it. */
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { [BUNDLE]: vi } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});

/** Switches the screens to a language and remembers it on this machine. */
export async function chooseLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.hasResourceBundle('en', BUNDLE)) {
    i18n.addResourceBundle('en', BUNDLE, (await import('./en.json')).default);
  }
  localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
  await i18n.changeLanguage(locale);
}

/** Brings back the language chosen on this machine; Vietnamese unless it is English. */
export const recallLocale = (): Promise<void> => chooseLocale(localStorage.getItem(STORED) === 'en' ? 'en' : 'vi');
