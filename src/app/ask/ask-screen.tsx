/**
 * `/ask`: a request for disclosure, one plain question at a time. One address and one entry of the history for all its
 * steps; what is typed lives in this component and nowhere else, and is gone when it is left.
 */
import { type FormEvent, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberOf } from '../../domain/registry/registry.ts';
import { localDateOf, instantOf, type LocalDate } from '../../domain/time.ts';
import type { SealFault } from '../../sync/client/envelopes.ts';
import {
  Button,
  ButtonLink,
  Card,
  Message,
  Progress,
  Splash,
  useDevice,
  useIdentity,
  useNow,
  useRegistry,
} from '../ui/index.ts';
import { Check } from './check.tsx';
import { type AskDraft, emptyDraft, faultOf, type Question, questionsFor, requestOf } from './draft.ts';
import { AskFrame } from './frame.tsx';
import { HandedIn } from './handed-in.tsx';
import { QUESTION_FIELDS } from './questions.tsx';
import { useForgetting, useLeave } from './use-forgetting.ts';

type Step =
  | { at: 'start' }
  /** `back`: it is changed once more after all were answered. */
  | { at: 'question'; question: Question; tried: boolean; back: boolean }
  | { at: 'check' }
  | { at: 'done'; code: string; id: string };

const START: Step = { at: 'start' };

function Start({ official, onBegin }: { official: boolean; onBegin: () => void }) {
  const { t } = useTranslation('ask');
  return (
    <div className="stack">
      <p className="ask-lead">{t(official ? 'start.official' : 'start.lead')}</p>
      <Card className="stack-tight">
        <p>{t('start.term')}</p>
        <p>{t('start.free')}</p>
        <p>{t('start.sealed')}</p>
      </Card>
      <div className="ask-doors">
        <Button kind="main" icon="write" onClick={onBegin}>
          {t('start.begin')}
        </Button>
        <ButtonLink icon="key" to="/ask/receipt" replace>
          {t('start.look')}
        </ButtonLink>
      </div>
    </div>
  );
}

interface Asking {
  draft: AskDraft;
  questions: Question[];
  today: LocalDate;
  change: (part: Partial<AskDraft>) => void;
  go: (step: Step) => void;
}

/** One question, with the way on and the way back. */
function One({ asking, step }: { asking: Asking; step: Extract<Step, { at: 'question' }> }) {
  const { t } = useTranslation('ask');
  const { draft, questions, today, change, go } = asking;
  const { question, tried, back } = step;
  const at = questions.indexOf(question);
  const fault = faultOf(draft, question, today);
  const Fields = QUESTION_FIELDS[question];
  const on = (event: FormEvent): void => {
    event.preventDefault();
    if (fault) return go({ ...step, tried: true });
    const next = questions[at + 1];
    go(back || !next ? { at: 'check' } : { at: 'question', question: next, tried: false, back: false });
  };
  const before = questions[at - 1];
  const goBack = (): void => go(before ? { at: 'question', question: before, tried: false, back } : START);
  return (
    <form className="stack" onSubmit={on} noValidate autoComplete="off">
      <Progress
        label={t('progress', { n: at + 1, of: questions.length })}
        value={at + 1}
        max={questions.length}
      />
      <h2 className="ask-question">{t(`q.${question}`)}</h2>
      <p className="second">{t(`why.${question}`)}</p>
      <Fields draft={draft} fault={tried ? fault : null} onChange={change} />
      {tried && fault === 'choose' && <Message tone="red" title={t('fault.choose')} />}
      <div className="ask-doors">
        <Button icon="back" onClick={goBack}>
          {t('before')}
        </Button>
        <Button kind="main" type="submit">
          {t('next')}
        </Button>
      </div>
    </form>
  );
}

/** Hands it in. The draft stays as it is when that fails. */
function Last({ asking }: { asking: Asking }) {
  const { t } = useTranslation('ask');
  const device = useDevice();
  const { draft, questions, today, go } = asking;
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SealFault | null>(null);
  const handIn = async (): Promise<void> => {
    const request = requestOf(draft, today);
    if (!request) return;
    setBusy(true);
    const sealed = await device.sealTo('township', request);
    setBusy(false);
    if (sealed.ok) go({ at: 'done', code: sealed.value.code, id: sealed.value.id });
    else setFault(sealed.code);
  };
  const wrong = questions.find((question) => faultOf(draft, question, today) !== null);
  const change = (question: Question): void => go({ at: 'question', question, tried: true, back: true });
  return (
    <div className="stack">
      <h2 className="ask-question">{t('check.title')}</h2>
      <Check draft={draft} questions={questions} onChange={change} />
      {fault && (
        <Message tone="red" title={t('sealFault.title')}>
          {t(`sealFault.${fault}`)}
        </Message>
      )}
      <p className="second">{t('start.sealed')}</p>
      <div className="ask-doors">
        <Button icon="back" onClick={() => change(wrong ?? questions[questions.length - 1]!)}>
          {t('before')}
        </Button>
        <Button kind="main" icon="send" busy={busy} onClick={() => (wrong ? change(wrong) : void handIn())}>
          {t(busy ? 'check.going' : 'check.handIn')}
        </Button>
      </div>
    </div>
  );
}

/** Whether an official fills it in for somebody else. */
function useOfficial(): boolean | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return undefined;
  return Boolean(identity && identity.kind !== 'tablet' && registry && memberOf(registry, identity.key));
}

function Ask({ official }: { official: boolean }) {
  const { t } = useTranslation('ask');
  const leave = useLeave();
  const today = localDateOf(instantOf(useNow()));
  const [step, setStep] = useState<Step>(START);
  const empty = useCallback(() => emptyDraft(official ? 'oral' : 'online', today), [official, today]);
  const [draft, setDraft] = useState(empty);
  const forget = useCallback(() => {
    setStep(START);
    setDraft(empty());
  }, [empty]);
  useForgetting(forget);
  const questions = questionsFor(official);
  const go = (to: Step): void => {
    // Sealed: nobody needs the typed words any more.
    if (to.at === 'done') setDraft(empty());
    window.scrollTo(0, 0);
    setStep(to);
  };
  const change = (part: Partial<AskDraft>): void => setDraft((held) => ({ ...held, ...part }));
  const asking: Asking = { draft, questions, today, change, go };
  const begin = (): void => go({ at: 'question', question: questions[0]!, tried: false, back: false });
  return (
    <AskFrame title={t('title')} loses={step.at !== 'start'} onLeave={leave}>
      {step.at === 'start' && <Start official={official} onBegin={begin} />}
      {step.at === 'question' && <One key={step.question} asking={asking} step={step} />}
      {step.at === 'check' && <Last asking={asking} />}
      {step.at === 'done' && <HandedIn code={step.code} id={step.id} onDone={leave} />}
    </AskFrame>
  );
}

export function AskScreen() {
  const official = useOfficial();
  return official === undefined ? <Splash /> : <Ask official={official} />;
}
