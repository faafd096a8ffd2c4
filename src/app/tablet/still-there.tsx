/** 'Still there?': said before the tablet erases what somebody typed and goes back to its board. A touch anywhere answers it. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useIdle } from '../kiosk/idle.tsx';
import { Button } from '../ui/button.tsx';

/** Seconds before the end in which it is said; of a short time its half. */
const WARNED_S = 30;

const warnedFor = (idleSeconds: number): number => Math.min(WARNED_S, Math.floor(idleSeconds / 2));

/** Seconds left while it is being asked; null: it is not. */
function useCountdown(idleSeconds: number): [number | null, () => void] {
  const [left, setLeft] = useState<number | null>(null);
  const isAsking = left !== null;
  const answer = useCallback(() => setLeft(null), []);
  useIdle((idleSeconds - warnedFor(idleSeconds)) * 1000, () => setLeft(warnedFor(idleSeconds)));
  useEffect(() => {
    if (!isAsking) return;
    const timer = setInterval(() => setLeft((seconds) => seconds && Math.max(1, seconds - 1)), 1000);
    // A whole click, and not the first touch of a finger: the rest of it would go on to what lies beneath.
    for (const sign of ['click', 'keydown']) window.addEventListener(sign, answer);
    return () => {
      clearInterval(timer);
      for (const sign of ['click', 'keydown']) window.removeEventListener(sign, answer);
    };
  }, [isAsking, answer]);
  return [left, answer];
}

/** @param home path of the tablet's own board, from which nothing is erased. */
export function StillThere({ idleSeconds, home }: { idleSeconds: number; home: string }) {
  const { t } = useTranslation('tablet');
  const { pathname } = useLocation();
  const [left, answer] = useCountdown(idleSeconds);
  if (left === null || pathname === home) return null;
  return (
    <div className="still" role="alertdialog" aria-labelledby="still-title" aria-describedby="still-text">
      <div className="still-card card">
        <h2 id="still-title" role="alert">
          {t('still.title')}
        </h2>
        <p id="still-text">
          {t('still.text')} <strong className="figures">{t('still.left', { count: left })}</strong>
        </p>
        <Button kind="main" onClick={answer}>
          {t('still.here')}
        </Button>
      </div>
    </div>
  );
}
