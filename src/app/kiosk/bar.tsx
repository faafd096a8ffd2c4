/** The bar at the foot of the tablet: the same places on every screen, so that nobody gets lost. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../ui/icon.tsx';
import { nextSize, setSize, useSize } from '../ui/settings.ts';
import { Message } from '../ui/surfaces.tsx';
import { Button } from '../ui/button.tsx';
import './bar.css';
import { setKeypad, useKeypad } from './keypad-state.ts';
import type { Reader } from './reader.ts';
import { MarksLater } from './marks-later.tsx';
import { ReadingStrip } from './reading-strip.tsx';
import { type ScreenReader, useScreenReader } from './screen-reader.ts';

const NumberPad = lazy(async () => ({ default: (await import('./number-pad.tsx')).NumberPad }));

function Place({
  to,
  icon,
  children,
  end,
}: {
  to: string;
  icon: IconName;
  children: ReactNode;
  end?: boolean;
}) {
  return (
    <NavLink className="bar-item" to={to} end={end ?? false}>
      <Icon name={icon} />
      <span>{children}</span>
    </NavLink>
  );
}

/** Begins to read the screen, or ends it. */
function ReadAloud({ reader }: { reader: Reader }) {
  const { t } = useTranslation('kiosk');
  const reads = reader.state === 'reading' || reader.state === 'paused';
  return (
    <button
      type="button"
      className={`bar-item ${reads ? 'bar-on' : ''}`}
      onClick={reads ? reader.stop : reader.start}
    >
      <Icon name={reads ? 'stop' : 'speaker'} />
      <span>{reads ? t('read.stop') : t('read.start')}</span>
    </button>
  );
}

function ByNumber() {
  const { t } = useTranslation('kiosk');
  const { on } = useKeypad();
  return (
    <button
      type="button"
      className={`bar-item ${on ? 'bar-on' : ''}`}
      aria-pressed={on}
      onClick={() => setKeypad({ on: !on, group: 0 })}
    >
      <span className="bar-top" aria-hidden="true">
        <span className="bar-letter">123</span>
      </span>
      <span>{t('keypad.open')}</span>
    </button>
  );
}

const SIZE_MARKS = { normal: 1, larger: 2, largest: 3 };

function LargerText() {
  const { t } = useTranslation('kiosk');
  const size = useSize();
  return (
    <button type="button" className="bar-item" onClick={() => setSize(nextSize(size))}>
      <span className="bar-top" aria-hidden="true">
        <span className="bar-letter">{t('size.letter')}</span>
        <span className="bar-dots">
          {[1, 2, 3].map((dot) => (
            <i key={dot} className={dot <= SIZE_MARKS[size] ? 'bar-dot-on' : ''} />
          ))}
        </span>
      </span>
      <span>{size === 'largest' ? t('size.normal') : t('size.larger')}</span>
      <span className="only-read" aria-live="polite">
        {t(`size.now.${size}`)}
      </span>
    </button>
  );
}

/** Says that this device has no voice, and how it gets one. */
function NoVoice({ reader }: { reader: Reader }) {
  const { t } = useTranslation('kiosk');
  if (reader.state !== 'no-voice') return null;
  return (
    <div className="bar-message" data-no-numbers>
      <Message
        tone="amber"
        title={t('read.noVoice')}
        action={<Button onClick={reader.stop}>{t('read.understood')}</Button>}
      >
        {t('read.noVoiceText')}
      </Message>
    </div>
  );
}

/** `unit`: whose board is home. */
export function KioskBar({ unit, reader }: { unit: string; reader: ScreenReader }) {
  const { t } = useTranslation('kiosk');
  const { on } = useKeypad();
  return (
    <div className="bar-foot">
      <NoVoice reader={reader} />
      {on && (
        <Suspense fallback={null}>
          <NumberPad home={`/b/${unit}`} reader={reader} />
        </Suspense>
      )}
      <ReadingStrip reader={reader} />
      <nav className="bar" aria-label={t('bar')}>
        <Place to={`/b/${unit}`} icon="home" end>
          {t('home')}
        </Place>
        <Place to={`/b/${unit}/find`} icon="search">
          {t('find')}
        </Place>
        <ReadAloud reader={reader} />
        <ByNumber />
        <LargerText />
        <Place to="/units" icon="village">
          {t('villages')}
        </Place>
      </nav>
    </div>
  );
}

/** The bar of a screen that has no ways out, so that nobody loses what he wrote: to hear it, and larger type. */
export function ShortBar() {
  const reader = useScreenReader();
  return (
    <footer className="bar-foot">
      <NoVoice reader={reader} />
      <ReadingStrip reader={reader} />
      <div className="bar bar-short">
        <ReadAloud reader={reader} />
        <LargerText />
      </div>
      <MarksLater reader={reader} />
    </footer>
  );
}
