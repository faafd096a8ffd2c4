/** The slow show: like a wall, one notice at a time, until somebody comes. */
import { type MouseEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { unitOf } from '../board/people.ts';
import { Button } from '../ui/button.tsx';
import { useRegistry } from '../ui/device-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { Freshness } from '../board/board-head.tsx';
import { Slide } from './slide.tsx';

/** ms for each notice. */
export const SLIDE_MS = 15_000;

/** Which one is shown; it begins anew when there are others. */
function useTurn(count: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((now) => now + 1), SLIDE_MS);
    return () => clearInterval(timer);
  }, []);
  return count === 0 ? 0 : turn % count;
}

export function Show({
  unit,
  notices,
  onWake,
}: {
  unit: string;
  notices: LightNotice[];
  onWake: () => void;
}) {
  const { t } = useTranslation('tablet');
  const registry = useRegistry();
  const navigate = useNavigate();
  const at = useTurn(notices.length);
  const notice = notices[at];
  // Any touch is enough, anywhere; the buttons are for those who use keys or listen.
  useEffect(() => {
    window.addEventListener('click', onWake);
    return () => window.removeEventListener('click', onWake);
  }, [onWake]);
  if (!notice) return null;
  const open = (event: MouseEvent): void => {
    event.stopPropagation();
    onWake();
    void navigate(`/b/${unit}/n/${notice.id}`);
  };
  return (
    <section className="over show" aria-label={t('show.label')}>
      <header className="over-head">
        <p className="over-name serif">{t('show.board', { name: unitOf(registry, unit)?.name ?? '' })}</p>
        <Freshness />
      </header>
      <div className="over-body" key={notice.id}>
        <Slide unit={unit} notice={notice} />
      </div>
      <footer className="over-foot">
        <ol className="show-dots" aria-hidden="true">
          {notices.map((one, index) => (
            <li key={one.id} className={index === at ? 'show-dot show-dot-on' : 'show-dot'} />
          ))}
        </ol>
        <p className="only-read">{t('show.place', { at: at + 1, of: notices.length })}</p>
        <p className="show-touch">
          <Icon name="board" /> {t('show.touch')}
        </p>
        <div className="over-actions">
          <Button onClick={open}>{t('show.open')}</Button>
          <Button kind="main" onClick={onWake}>
            {t('show.leave')}
          </Button>
        </div>
      </footer>
    </section>
  );
}
