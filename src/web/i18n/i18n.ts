import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { texts as firstTexts } from './vi.json?first';

/** The server writes in it too, whatever is asked for: data, sentences of what is wrong, files. */
const COOKIE = 'hong_chuyen_language';
const YEAR_SECONDS = 31_536_000;
const BUNDLE = 'translation';

export type Locale = 'vi' | 'en';

/** Texts of the screens: Vietnamese, of the first pages at once; English is fetched by those who choose it. */
export const i18n = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'vi',
  fallbackLng: 'vi',
  resources: { vi: { [BUNDLE]: firstTexts } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
});

/** Adds texts to the Vietnamese ones. */
export const addTexts = (texts: Record<string, unknown>): void => {
  i18n.addResourceBundle('vi', BUNDLE, texts, true);
};

/** Switches the screens to a language and remembers it on this machine. */
export async function chooseLocale(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18n.hasResourceBundle('en', BUNDLE)) {
    i18n.addResourceBundle('en', BUNDLE, (await import('./en.json')).default);
  }
  document.cookie = `${COOKIE}=${locale}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  document.documentElement.lang = locale;
  await i18n.changeLanguage(locale);
}

/** Brings back the language chosen on this machine; Vietnamese unless it is English, and where English cannot be fetched. */
export const recallLocale = (): Promise<void> =>
  chooseLocale(document.cookie.split('; ').includes(`${COOKIE}=en`) ? 'en' : 'vi').catch(() => undefined);
