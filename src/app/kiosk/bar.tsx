/** The bar at the foot of the tablet: the same places on every screen, so that nobody gets lost. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../ui/icon.tsx';
import { nextSize, setSize, useSize } from '../ui/settings.ts';
import { Message } from '../ui/surfaces.tsx';
import { Button } from '../ui/button.tsx';
import './bar.css';
import type { Reader } from './reader.ts';

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

export function ReadAloud({ reader }: { reader: Reader }) {
  const { t } = useTranslation('kiosk');
  if (reader.state === 'idle' || reader.state === 'no-voice') {
    return (
      <button type="button" className="bar-item" onClick={reader.start}>
        <Icon name="speaker" />
        <span>{t('read.start')}</span>
      </button>
    );
  }
  const reading = reader.state === 'reading';
  return (
    <div className="bar-pair">
      <button type="button" className="bar-item bar-on" onClick={reading ? reader.pause : reader.start}>
        <Icon name={reading ? 'pause' : 'play'} />
        <span>{reading ? t('read.pause') : t('read.goOn')}</span>
      </button>
      <button
        type="button"
        className="bar-item bar-on"
        aria-pressed={reader.slow}
        onClick={reader.changePace}
      >
        <span>{reader.slow ? t('read.usual') : t('read.slower')}</span>
      </button>
    </div>
  );
}

const SIZE_MARKS = { normal: 1, larger: 2, largest: 3 };

export function LargerText() {
  const { t } = useTranslation('kiosk');
  const size = useSize();
  return (
    <button type="button" className="bar-item" onClick={() => setSize(nextSize(size))}>
      <span className="bar-letter" aria-hidden="true">
        {t('size.letter')}
      </span>
      <span>{size === 'largest' ? t('size.normal') : t('size.larger')}</span>
      <span className="bar-dots" aria-hidden="true">
        {[1, 2, 3].map((dot) => (
          <i key={dot} className={dot <= SIZE_MARKS[size] ? 'bar-dot-on' : ''} />
        ))}
      </span>
      <span className="only-read" aria-live="polite">
        {t(`size.now.${size}`)}
      </span>
    </button>
  );
}

/** `unit`: whose board is home. */
export function KioskBar({ unit, reader }: { unit: string; reader: Reader }) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="bar-foot">
      {reader.state === 'no-voice' && (
        <div className="bar-message">
          <Message
            tone="amber"
            title={t('read.noVoice')}
            action={<Button onClick={reader.stop}>{t('read.understood')}</Button>}
          >
            {t('read.noVoiceText')}
          </Message>
        </div>
      )}
      <nav className="bar" aria-label={t('bar')}>
        <Place to={`/b/${unit}`} icon="home" end>
          {t('home')}
        </Place>
        <Place to={`/b/${unit}/find`} icon="search">
          {t('find')}
        </Place>
        <ReadAloud reader={reader} />
        <LargerText />
        <Place to="/units" icon="village">
          {t('villages')}
        </Place>
      </nav>
    </div>
  );
}
