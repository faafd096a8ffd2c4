/** `/lessons`: what can be learnt, and how far one is. Outside practice each begins by going there. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { Lesson } from '../../domain/lesson/lesson.ts';
import { LESSONS, lessonOf } from '../../domain/lesson/lessons.ts';
import { useWords } from '../practice/coach.tsx';
import { currentPractice } from '../practice/current.ts';
import { enterPractice, leavePractice } from '../practice/doors.ts';
import { isPractising } from '../practice/flag.ts';
import { beginLesson, useRun } from '../practice/run.ts';
import { Button, Card, Confirm, Mark, Message, Screen, useDevice, useNow } from '../ui/index.ts';
import { useEffect } from 'react';
import { bestOf, finishedHere, unsigned } from './kept.ts';
import './lessons.css';

function LessonCard({
  lesson,
  n,
  going,
  onBegin,
}: {
  lesson: Lesson;
  n: number;
  going: boolean;
  onBegin: () => void;
}) {
  const { t } = useTranslation('lessons');
  const say = useWords();
  const best = bestOf(lesson.id, lesson.version);
  return (
    <li className="card lesson-card">
      <span className={`lesson-number figures ${best ? 'lesson-number-done' : ''}`} aria-hidden="true">
        {n}
      </span>
      <div className="lesson-text">
        <h2 className="serif">{say(lesson.title)}</h2>
        <p>{say(lesson.aim)}</p>
        <p className="second">{t('minutes', { n: lesson.minutes })}</p>
        {best && (
          <p>
            <Mark tone="green">{t('done', { score: best.score })}</Mark>{' '}
            <span className="second figures">{t('doneOn', { day: best.day })}</span>
          </p>
        )}
      </div>
      <Button
        kind={best || !going ? (best ? 'plain' : 'main') : 'main'}
        onClick={onBegin}
        aria-label={`${t(best ? 'again' : going ? 'going' : 'begin')}: ${say(lesson.title)}`}
      >
        {t(best ? 'again' : going ? 'going' : 'begin')}
      </Button>
    </li>
  );
}

function Reset() {
  const { t } = useTranslation('practice');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const reset = async (): Promise<void> => {
    setBusy(true);
    await currentPractice()?.reset();
    location.assign('/lessons');
  };
  return (
    <>
      <Button icon="refresh" onClick={() => setAsked(true)}>
        {t('reset.button')}
      </Button>
      <Confirm
        open={asked}
        danger
        busy={busy}
        title={t('reset.title')}
        confirm={t('reset.yes')}
        cancel={t('reset.no')}
        onConfirm={() => void reset()}
        onCancel={() => setAsked(false)}
      >
        <p>{t('reset.text')}</p>
      </Confirm>
    </>
  );
}

/** Begins a lesson: here, or by going into practice first. */
function useBegin(): (lesson: Lesson) => void {
  const { db } = useDevice();
  const navigate = useNavigate();
  const now = useNow();
  return (lesson) => {
    if (!isPractising()) return enterPractice('/lessons', `/lessons?begin=${lesson.id}`);
    void beginLesson(db, lesson, now).then(() => navigate(lesson.start));
  };
}

/** A lesson named in the address, on coming into practice. */
function useNamed(begin: (lesson: Lesson) => void): void {
  const [params, setParams] = useSearchParams();
  const named = isPractising() ? params.get('begin') : null;
  useEffect(() => {
    const lesson = named === null ? null : lessonOf(named);
    if (named === null) return;
    setParams({}, { replace: true });
    if (lesson) begin(lesson);
    // Once, for this address.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [named]);
}

export function LessonsScreen() {
  const { t } = useTranslation('lessons');
  const words = useTranslation('practice').t;
  const practising = isPractising();
  const run = useRun();
  const navigate = useNavigate();
  const begin = useBegin();
  useNamed(begin);
  const all = finishedHere();
  const done = LESSONS.filter(({ id, version }) => bestOf(id, version, all)).length;
  const waiting = unsigned().length;
  const open = (lesson: Lesson): void =>
    practising && run?.lesson.id === lesson.id && run.at < lesson.steps.length
      ? void navigate(lesson.start)
      : begin(lesson);
  return (
    <Screen title={t('title')} back={practising ? '/' : '/me'}>
      <div className="stack">
        <p>{t(practising ? 'lead' : 'leadOutside')}</p>
        <p className="lesson-count">{t('count', { n: done, of: LESSONS.length })}</p>
        {practising && waiting > 0 && <Message tone="amber" title={t('unsigned', { n: waiting })} />}
        <ol className="stack">
          {LESSONS.map((lesson, index) => (
            <LessonCard
              key={lesson.id}
              lesson={lesson}
              n={index + 1}
              going={run?.lesson.id === lesson.id}
              onBegin={() => open(lesson)}
            />
          ))}
        </ol>
        <Card className="stack-tight">
          {practising ? (
            <>
              <Button icon="write" onClick={() => void navigate('/')}>
                {t('free')}
              </Button>
              <Reset />
              <Button icon="back" onClick={leavePractice}>
                {words('leave')}
              </Button>
            </>
          ) : (
            <Button icon="write" onClick={() => enterPractice('/lessons')}>
              {t('free')}
            </Button>
          )}
        </Card>
      </div>
    </Screen>
  );
}
