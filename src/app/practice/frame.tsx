/** The frame around every screen of practice: stripes, the word, the way out, and the lesson under way. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Button, Message } from '../ui/index.ts';
import { Coach } from './coach.tsx';
import { leavePractice } from './doors.ts';
import { useFootsteps, useRun } from './run.ts';
import './practice.css';

/** Tells the screens beneath how much of the top is taken, so that what sticks there sticks below. */
function useTaken() {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { documentElement } = document;
    documentElement.dataset['practice'] = 'on';
    const tell = (): void =>
      documentElement.style.setProperty('--practice-top', `${bar.current?.offsetHeight ?? 0}px`);
    tell();
    if (typeof ResizeObserver === 'undefined' || !bar.current) return undefined;
    const watch = new ResizeObserver(tell);
    watch.observe(bar.current);
    return () => watch.disconnect();
  }, []);
  return bar;
}

export function PracticeFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('practice');
  const under = useRun();
  const { pathname } = useLocation();
  const bar = useTaken();
  useFootsteps();
  return (
    <>
      <div className="practice-bar" ref={bar}>
        <div className="practice-line">
          <p>
            <strong className="practice-word">{t('word')}</strong>
            <span className="practice-says">{t('line')}</span>
          </p>
          <Link className="practice-out" to="/lessons">
            {t('lessons')}
          </Link>
          <button type="button" className="practice-out" onClick={leavePractice}>
            {t('leave')}
          </button>
        </div>
        {under && !pathname.startsWith('/lessons') && <Coach key={under.lesson.id} under={under} />}
      </div>
      <div className="practice-edge" aria-hidden="true" />
      {children}
    </>
  );
}

/** When this browser cannot keep a practice. */
export function NotOpened() {
  const { t } = useTranslation('practice');
  return (
    <main className="screen-body" data-failed>
      <Message
        tone="red"
        title={t('failed.title')}
        action={
          <div className="stack-tight">
            <Button kind="main" icon="refresh" onClick={() => location.reload()}>
              {t('failed.again')}
            </Button>
            <Button onClick={leavePractice}>{t('leave')}</Button>
          </div>
        }
      >
        {t('failed.text')}
      </Message>
    </main>
  );
}
