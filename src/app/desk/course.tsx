/** The steps of a request as they came, each with its words and its letter. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { ANSWER_TEXTS } from '../../domain/request/answers.ts';
import type { CaseContent } from '../../domain/request/events.ts';
import type { Step } from '../../domain/request/record.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { useDay } from '../ask/clock.tsx';
import { Button, Mark, useDevice } from '../ui/index.ts';
import type { Shown } from './desk-data.ts';
import { letterOf } from './letter.ts';
import { LetterView } from './letter-view.tsx';

/** The words of a step, opened on this device; null: none, or not yet. */
function useWords(step: Step): string | null {
  const device = useDevice();
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const read = await device.stepWords(step);
      if (!gone) setWords(read);
    };
    void open();
    return () => {
      gone = true;
    };
  }, [device, step]);
  return words;
}

/** The choice that a step made, in a few words. */
function useDetail(): (step: Step) => string | null {
  const { t } = useTranslation('desk');
  const day = useDay();
  return ({ type, content }) => {
    if (type === 'case.answered') return ANSWER_TEXTS[(content as CaseContent<'case.answered'>).answer].name;
    if (type === 'case.unclear')
      return t('detail.until', { day: day((content as CaseContent<'case.unclear'>).until) });
    if (type === 'case.given-up') return t(`why.${(content as CaseContent<'case.given-up'>).why}`);
    if (type === 'case.third-party-asked')
      return t(`who.${(content as CaseContent<'case.third-party-asked'>).who}`);
    if (type === 'case.third-party-answered') {
      const { agrees } = content as CaseContent<'case.third-party-answered'>;
      return t(`agrees.${agrees === null ? 'silent' : agrees ? 'yes' : 'no'}`);
    }
    if (type === 'case.extended') {
      const { days, approvedBy } = content as CaseContent<'case.extended'>;
      return t('detail.extended', { n: days, by: approvedBy });
    }
    if (type === 'case.reconsidered' || type === 'case.sued')
      return t(`outcome.${(content as CaseContent<'case.reconsidered'>).outcome}`);
    if (type === 'case.fee')
      return t('detail.fee', { yuan: ((content as CaseContent<'case.fee'>).fen / 100).toFixed(2) });
    return null;
  };
}

function StepLine({ shown, step, registry }: { shown: Shown; step: Step; registry: Registry }) {
  const { t } = useTranslation('desk');
  const day = useDay();
  const detail = useDetail()(step);
  const words = useWords(step);
  const [open, setOpen] = useState(false);
  const { held, onItsWay, request } = shown;
  const author = memberOf(registry, step.author);
  const notCounted = held?.notCounted[step.id];
  const conflict = held?.conflicts.find((one) => one.step === step.id);
  const from = registry.units[TOWNSHIP_UNIT]?.name ?? registry.name;
  const { on } = step.content;
  const letter = words === null ? null : letterOf(step.type, { to: request.name, from, on, text: words });
  return (
    <li className="desk-step">
      <p>
        <strong>{t(`step.${step.type}`)}</strong>
        {detail && ` · ${detail}`}
      </p>
      <p className="second">
        {day(on)} · {author ? `${author.post} ${author.name}` : t('unknown')}
      </p>
      <p>
        {onItsWay.includes(step.id) && <Mark tone="amber">{t('line.onItsWay')}</Mark>}{' '}
        {notCounted && <Mark tone="red">{t(`notCounted.${notCounted}`)}</Mark>}{' '}
        {conflict && <Mark tone="amber">{t('conflict', { n: conflict.unseen.length })}</Mark>}
      </p>
      {words && !open && <p className="desk-words">{words}</p>}
      {letter && !open && (
        <Button kind="quiet" icon="letter" onClick={() => setOpen(true)}>
          {t('letter.open')}
        </Button>
      )}
      {letter && open && <LetterView letter={letter} onClose={() => setOpen(false)} />}
    </li>
  );
}

export function Course({ shown, registry }: { shown: Shown; registry: Registry }) {
  const { t } = useTranslation('desk');
  const { steps } = shown.record;
  if (steps.length === 0) return <p className="second">{t('noSteps')}</p>;
  return (
    <ol className="stack-tight">
      {steps.map((step) => (
        <StepLine key={step.id} shown={shown} step={step} registry={registry} />
      ))}
    </ol>
  );
}
