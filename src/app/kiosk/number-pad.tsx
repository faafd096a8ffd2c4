/**
 * Choosing by number, for those who don't read: each thing on the screen has a number that is shown and spoken, and these
 * keys, or a keyboard's, choose it. 0 goes back, * goes home, # says it again.
 */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { groupAt, keypadNow, setKeypad, useKeypad } from './keypad-state.ts';
import { NumberMarks, usePlaces } from './number-marks.tsx';
import './number-pad.css';
import { choicesOf, dialogOf, labelOf, numbered, partsOf } from './numbers.ts';
import { wordsOf } from './pieces.ts';
import type { ScreenReader } from './screen-reader.ts';
import { stop } from './speaker.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
type Key = (typeof KEYS)[number];
/** As large as figures. */
const SIGNS: { [At in Key]?: string } = { '*': '＊', '#': '＃' };

/** ms: a screen that was just opened says nothing until its words stand. */
const SETTLES_MS = 600;
const BACK = '.page-back, .screen-back';
const TYPING = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable]';

/** A dialog that is open is left by Escape; else the page's own way back. False: there is none. */
function goBack(): boolean {
  if (dialogOf(document)) {
    return document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  }
  const way = document.querySelector<HTMLElement>(BACK);
  way?.click();
  return way !== null;
}

/** What a key does, and what was chosen last, in words. */
function usePress(home: string, reader: ScreenReader): { press: (key: Key) => void; chosen: string } {
  const { t, i18n } = useTranslation('kiosk');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [pressed, setPressed] = useState<{ at: string; now: string } | null>(null);
  const { announce, start } = reader;
  useEffect(() => {
    const timer = setTimeout(() => announce('all'), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [announce]);
  useEffect(() => {
    if (!pressed) return undefined;
    const timer = setTimeout(() => pressed.at === pathname && announce('choices'), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [pressed, pathname, announce]);
  const choose = useCallback(
    (number: number): string => {
      const group = groupAt(keypadNow(), pathname);
      const { shown, more } = numbered(choicesOf(partsOf(document)), group);
      if (more && number === 9) {
        setKeypad({ group: group + 1, at: pathname });
        return t('keypad.more');
      }
      const choice = shown[number - 1];
      if (!choice) return t('keypad.nothing');
      const words = wordsOf(labelOf(choice), i18n.language === 'en' ? 'en' : 'zh');
      choice.focus();
      if (!choice.matches(TYPING)) choice.click();
      return words;
    },
    [t, i18n.language, pathname],
  );
  const press = useCallback(
    (key: Key) => {
      if (key === '#') return start();
      stop();
      const said = {
        '0': () => (goBack() ? t('keypad.back') : t('keypad.atHome')),
        '*': () => {
          void navigate(home);
          return t('home');
        },
      };
      const now = key === '0' || key === '*' ? said[key]() : choose(Number(key));
      setPressed({ at: pathname, now });
    },
    [start, t, navigate, home, choose, pathname],
  );
  return { press, chosen: pressed?.now ?? '' };
}

/** A keyboard's number keys do the same, unless somebody types. */
function useNumberKeys(press: (key: Key) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (event.target instanceof Element && event.target.matches(TYPING)) return;
      const key = KEYS.find((one) => one === event.key);
      if (!key) return;
      event.preventDefault();
      press(key);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [press]);
}

/** @param home whose board `*` leads to. */
export function NumberPad({ home, reader }: { home: string; reader: ScreenReader }) {
  const { t } = useTranslation('kiosk');
  const { pathname } = useLocation();
  const group = groupAt(useKeypad(), pathname);
  const { press, chosen } = usePress(home, reader);
  useNumberKeys(press);
  useEffect(() => {
    document.documentElement.dataset['numbers'] = 'on';
    return () => void delete document.documentElement.dataset['numbers'];
  }, []);
  const { places, count, more, over } = usePlaces(group);
  const words: { [At in Key]?: string } = {
    '0': t('keypad.zero'),
    '*': t('keypad.star'),
    '#': t('keypad.hash'),
    ...(more ? { '9': t('keypad.further') } : {}),
  };
  const isFree = (key: Key): boolean => words[key] === undefined && Number(key) > count;
  return (
    <section className="number-pad" aria-label={t('keypad.label')}>
      <NumberMarks places={places} over={over} />
      <p className="number-pad-title">{t('keypad.title')}</p>
      <p className="number-pad-chosen" aria-live="polite">
        {chosen}
      </p>
      <div className="number-pad-keys">
        {KEYS.map((key) => (
          <button
            key={key}
            type="button"
            className={`number-pad-key ${isFree(key) ? 'number-pad-free' : ''}`}
            onClick={() => press(key)}
          >
            <span className="number-pad-digit">{SIGNS[key] ?? key}</span>
            {words[key] && <span className="number-pad-word">{words[key]}</span>}
          </button>
        ))}
      </div>
      <button type="button" className="number-pad-end" onClick={() => setKeypad({ on: false, group: 0 })}>
        {t('keypad.end')}
      </button>
    </section>
  );
}
