import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import vi from './vi.json';

const STORED = 'hong-chuyen.locale';

export type Locale = 'vi' | 'en';

/** Texts of the screens; Vietnamese unless the reader chose English on this machine. */
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: localStorage.getItem(STORED) === 'en' ? 'en' : 'vi',
  fallbackLng: 'vi',
  resources: { vi: { translation: vi }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});
document.documentElement.lang = i18n.language;

/** Switches the screens to a language and remembers it on this machine. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
  await i18n.changeLanguage(locale);
}
