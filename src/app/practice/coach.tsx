/** The step that comes next, above every screen of practice. It ticks by itself when the step was done. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Words } from '../../domain/lesson/lesson.ts';
import { Button, ButtonLink, Icon, useDevice } from '../ui/index.ts';
import { useMarker } from './marker.ts';
import { endLesson, type Under } from './run.ts';

/** Words of a lesson in the language of the app. */
export function useWords(): (words: Words) => string {
  const { i18n } = useTranslation('practice');
  return (words) => (i18n.language === 'en' ? words.en : words.zh);
}

function StepLine({ under }: { under: Under }) {
  const { t } = useTranslation('practice');
  const say = useWords();
  const { lesson, at } = under;
  const before = lesson.steps[at - 1];
  const step = lesson.steps[at];
  return (
    <div className="coach-text" aria-live="polite">
      <p className="coach-lesson">
        <strong>{say(lesson.title)}</strong>
        <span className="second figures">
          {step && t('coach.step', { n: at + 1, of: lesson.steps.length })}
        </span>
      </p>
      {before && <p className="only-read">{t('coach.ticked', { words: say(before.words) })}</p>}
      <p>
        {!step && <Icon name="check" />}
        {step ? say(step.words) : t('coach.done', { n: lesson.questions.length })}
      </p>
    </div>
  );
}

export function Coach({ under }: { under: Under }) {
  const { t } = useTranslation('practice');
  const say = useWords();
  const { db } = useDevice();
  const navigate = useNavigate();
  const { lesson, at } = under;
  const step = lesson.steps[at];
  const [pointed, setPointed] = useState(-1);
  const control = step?.control ? say(step.control) : null;
  const on = pointed === at;
  const here = useMarker(control, on);
  return (
    <section className="coach" aria-label={t('coach.label')}>
      <div className="coach-steps" aria-hidden="true">
        {lesson.steps.map((one, n) => (
          <span key={one.words.en} className={n < at ? 'coach-done' : n === at ? 'coach-now' : ''} />
        ))}
      </div>
      <StepLine under={under} />
      {on && <p className="second">{t(here ? 'coach.shown' : 'coach.notHere')}</p>}
      <div className="coach-actions">
        {step ? (
          control !== null && (
            <Button icon="search" aria-pressed={on} onClick={() => setPointed(on ? -1 : at)}>
              {t('coach.show')}
            </Button>
          )
        ) : (
          <ButtonLink kind="main" to={`/lessons/${lesson.id}/test`}>
            {t('coach.test')}
          </ButtonLink>
        )}
        {step && (
          <Button kind="quiet" onClick={() => void navigate(lesson.start)}>
            {t('coach.start')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => void endLesson(db)}>
          {t('coach.stop')}
        </Button>
      </div>
    </section>
  );
}
