/** `/lessons/:id/test`: a few questions after the work was done. Each answer is explained; the first one counts. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { type Lesson, mixed, type Question, scoreOf } from '../../domain/lesson/lesson.ts';
import { lessonOf } from '../../domain/lesson/lessons.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { useWords } from '../practice/coach.tsx';
import { leavePractice } from '../practice/doors.ts';
import { isPractising } from '../practice/flag.ts';
import { endLesson, useRun } from '../practice/run.ts';
import { Button, ButtonLink, Card, Icon, Message, Screen, Splash, useDevice, useNow } from '../ui/index.ts';
import { keepFinished } from './kept.ts';
import './lessons.css';

function Asked({
  question,
  n,
  first,
  onAnswer,
}: {
  question: Question;
  n: number;
  first: number | null;
  onAnswer: (answer: number) => void;
}) {
  const { t } = useTranslation('lessons');
  const say = useWords();
  const right = question.answers[0]!;
  return (
    <section className="stack" aria-labelledby="question">
      <p className="second">{t('test.question', { n: n + 1 })}</p>
      <h2 id="question" className="serif lesson-ask">
        {say(question.ask)}
      </h2>
      <ul className="stack-tight">
        {mixed(question, n).map((answer) => {
          const shown = first !== null && (answer === 0 || answer === first);
          const tone = !shown ? '' : answer === 0 ? 'lesson-right' : 'lesson-wrong';
          return (
            <li key={answer}>
              <button
                type="button"
                className={`lesson-answer ${tone}`}
                aria-disabled={first !== null || undefined}
                onClick={() => first === null && onAnswer(answer)}
              >
                {shown && <Icon name={answer === 0 ? 'check' : 'cross'} />}
                <span>{say(question.answers[answer]!)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {first !== null && (
        <Message
          tone={first === 0 ? 'green' : 'blue'}
          title={first === 0 ? t('test.right') : t('test.wrong', { answer: say(right) })}
        >
          {say(question.why)}
        </Message>
      )}
    </section>
  );
}

function Result({ lesson, score }: { lesson: Lesson; score: number }) {
  const { t } = useTranslation('lessons');
  const say = useWords();
  return (
    <div className="stack">
      <Card tone="green" className="lesson-result">
        <p className="serif">{t('test.result', { lesson: say(lesson.title) })}</p>
        <p className="lesson-score figures">{t('test.score', { n: score })}</p>
        <p>{t('test.kept')}</p>
      </Card>
      <ButtonLink kind="main" to="/lessons">
        {t('test.all')}
      </ButtonLink>
      <Button icon="back" onClick={leavePractice}>
        {t('test.leave')}
      </Button>
    </div>
  );
}

function Test({ lesson }: { lesson: Lesson }) {
  const { t } = useTranslation('lessons');
  const { db } = useDevice();
  const now = useNow();
  const [first, setFirst] = useState<number[]>([]);
  const [at, setAt] = useState(0);
  const question = lesson.questions[at];
  const last = at === lesson.questions.length - 1;
  const next = (): void => {
    if (last) {
      const day = localDateOf(instantOf(now));
      keepFinished({ lesson: lesson.id, version: lesson.version, day, score: scoreOf(first) });
      void endLesson(db);
    }
    setAt(at + 1);
  };
  if (!question) return <Result lesson={lesson} score={scoreOf(first)} />;
  return (
    <div className="stack" key={at}>
      {at === 0 && first.length === 0 && <p>{t('test.lead', { n: lesson.questions.length })}</p>}
      <Asked
        question={question}
        n={at}
        first={first[at] ?? null}
        onAnswer={(answer) => setFirst([...first, answer])}
      />
      {first[at] !== undefined && (
        <Button kind="main" onClick={next}>
          {t(last ? 'test.finish' : 'test.next')}
        </Button>
      )}
    </div>
  );
}

export function TestScreen() {
  const { t } = useTranslation('lessons');
  const say = useWords();
  const { id = '' } = useParams();
  const lesson = lessonOf(id);
  const run = useRun();
  const [open, setOpen] = useState(false);
  if (!lesson || !isPractising()) return <Navigate to="/lessons" replace />;
  if (run === undefined) return <Splash />;
  const ready = run?.lesson.id === id && run.at === lesson.steps.length;
  if (ready && !open) setOpen(true);
  return (
    <Screen title={t('test.title', { lesson: say(lesson.title) })} back="/lessons">
      {open || ready ? (
        <Test lesson={lesson} />
      ) : (
        <Message
          tone="amber"
          title={t('test.notDone')}
          action={
            <ButtonLink kind="main" to="/lessons">
              {t('test.toLesson')}
            </ButtonLink>
          }
        />
      )}
    </Screen>
  );
}
