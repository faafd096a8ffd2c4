/** Reads the screen that stands here. One for all screens: what is to be said is found on the screen itself. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { groupAt, keypadNow, setKeypad } from './keypad-state.ts';
import { setPace } from './pace.ts';
import { useErasedOnIdle } from './presence.ts';
import type { Reader } from './reader.ts';
import { ScreenSource } from './screen-source.ts';
import { goOn, onSpeaking, pause, read, speakingNow, stop } from './speaker.ts';

/** Whether this person has been told that there is no voice: screens that speak by themselves say it once. */
let told = false;
/** Counts what was asked for: what loads meanwhile is not read when something else was asked for since. */
let asked = 0;

/** For the next person: silence, the usual pace, no numbers. */
export function resetReading(): void {
  asked += 1;
  stop();
  setPace('usual');
  setKeypad({ on: false, group: 0 });
  told = false;
}

export interface ScreenReader extends Reader {
  /** Reads by itself, because the screen is new: silent where it was said before that there is no voice. */
  announce: (what: 'all' | 'choices') => void;
}

/** The reader of the screen. It falls silent when another address is opened. */
export function useScreenReader(): ScreenReader {
  const { t, i18n } = useTranslation('kiosk');
  const { language } = i18n;
  const { pathname } = useLocation();
  const speaking = useSyncExternalStore(onSpeaking, speakingNow);
  useErasedOnIdle(resetReading);
  const own = speaking.source instanceof ScreenSource;
  const state = own ? speaking.state : 'idle';
  const index = own ? speaking.index : null;
  useEffect(
    () => () => {
      asked += 1;
      const { source } = speakingNow();
      if (source instanceof ScreenSource && source.screen === pathname) stop();
    },
    [pathname],
  );
  useEffect(() => {
    if (state === 'no-voice') told = true;
  }, [state]);
  const begin = useCallback(
    async (what: 'all' | 'choices') => {
      const mine = (asked += 1);
      // Whoever reads with his eyes does not wait for it.
      const { choicePieces, numberedPieces, plainPieces } = await import('./screen-pieces.ts');
      if (mine !== asked) return;
      const take = () => {
        const keypad = keypadNow();
        if (!keypad.on) return plainPieces(document, language);
        const pieces = what === 'all' ? numberedPieces : choicePieces;
        return pieces(document, groupAt(keypad, pathname), t, language);
      };
      await read(new ScreenSource(pathname, take));
    },
    [t, language, pathname],
  );
  const start = useCallback(() => {
    const before = speakingNow();
    if (before.source instanceof ScreenSource && before.state === 'paused') goOn();
    else void begin('all');
  }, [begin]);
  const announce = useCallback(
    (what: 'all' | 'choices') => {
      if (!told) void begin(what);
    },
    [begin],
  );
  return useMemo(() => ({ state, index, start, pause, stop, announce }), [state, index, start, announce]);
}
