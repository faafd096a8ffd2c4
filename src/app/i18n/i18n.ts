/**
 * Words in two languages. Each job folder has its `messages.ts` (`zh` and `en` of one shape); its name is the folder's.
 * The reading app carries its own words; a screen that loads later brings its own along (`addMessages`).
 */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, kept } from '../ui/settings.ts';
import * as ui from '../ui/messages.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What was chosen before, else the browser's wish; Chinese for whoever wishes for neither. */
export function preferredLanguage(chosen: string | null, wishes: readonly string[]): Language {
  const known = LANGUAGES.find((language) => language === chosen);
  if (known) return known;
  const wish = wishes.find((one) => /^(zh|en)\b/i.test(one));
  return wish && /^en/i.test(wish) ? 'en' : 'zh-CN';
}

const nameToPage = (language: string): void => {
  document.documentElement.lang = language;
};

/** Starts the words. Called once, before anything is drawn. */
export function startI18n(language = preferredLanguage(kept('language'), navigator.languages ?? [])): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    ns: ['ui'],
    defaultNS: 'ui',
    resources: { 'zh-CN': { ui: ui.zh }, en: { ui: ui.en } },
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  i18next.on('languageChanged', nameToPage);
  nameToPage(language);
}

/** Brings the words of a job folder. */
export function addMessages(folder: string, messages: { zh: object; en: object }): void {
  i18next.addResourceBundle('zh-CN', folder, messages.zh);
  i18next.addResourceBundle('en', folder, messages.en);
}

/** English words of the first screen that have not been fetched yet, by folder. */
const english = new Map<string, () => Promise<object>>();

/** Brings the words of the first screen. Most read it in Chinese: the English ones are fetched by whoever reads them. */
export function addFirstMessages(folder: string, zh: object, en: () => Promise<object>): void {
  i18next.addResourceBundle('zh-CN', folder, zh);
  english.set(folder, en);
}

/** Has the words of this language here. What cannot be fetched is shown in Chinese. */
async function fetchWords(language: string): Promise<void> {
  if (language !== 'en') return;
  await Promise.all(
    [...english].map(async ([folder, load]) => {
      const words = await load().catch(() => null);
      if (!words) return;
      english.delete(folder);
      i18next.addResourceBundle('en', folder, words);
    }),
  );
}

/** Resolves when the first screen can be drawn in its language. */
export const firstWords = (): Promise<void> => fetchWords(i18next.language);

/** Switches the language, and remembers it. */
export async function setLanguage(language: Language): Promise<void> {
  keep('language', language);
  await fetchWords(language);
  await i18next.changeLanguage(language);
}
