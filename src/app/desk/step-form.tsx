/** A step as a plain form: only the fields that it has, and what the applicant reads, ready to be changed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANSWER_PARTS, ANSWER_TEXTS, ANSWERS } from '../../domain/request/answers.ts';
import type { Case } from '../../domain/request/case.ts';
import { ASKED } from '../../domain/request/clock-input.ts';
import { type CaseEventType, GIVEN_UP, LAWSUITS, OUTCOMES } from '../../domain/request/events.ts';
import type { SaveFault } from '../../sync/client/device.ts';
import { useDay, useToday } from '../ask/clock.tsx';
import { Button, Message, SelectField, TextField, useDevice } from '../ui/index.ts';
import type { Shown } from './desk-data.ts';
import { newStep, retold, type StepDraft, stepFault, type StepFault, stepOf } from './step-draft.ts';

interface FieldsProps {
  draft: StepDraft;
  held: Case | null;
  fault: StepFault | null;
  onChange: (part: Partial<StepDraft>) => void;
}

function useFault(fault: StepFault | null, ...own: StepFault[]): string | null {
  const { t } = useTranslation('desk');
  return fault && own.includes(fault) ? t(`fault.${fault}`) : null;
}

function AnswerChoice({ draft, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation('desk');
  const own = i18n.language === 'en';
  const options = ANSWER_PARTS.flatMap((part) =>
    ANSWERS.filter((kind) => ANSWER_TEXTS[kind].part === part).map((value) => ({
      value,
      label: own ? t(`answer.${value}`) : ANSWER_TEXTS[value].name,
      group: t(`part.${part}`),
    })),
  );
  return (
    <SelectField
      label={t('field.answer')}
      hint={t('field.answerHint')}
      value={draft.answer}
      options={options}
      onChange={(answer) => onChange({ answer: answer as StepDraft['answer'], edited: false })}
    />
  );
}

function Unclear({ draft, fault, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  return (
    <TextField
      type="date"
      label={t('field.until')}
      value={draft.until}
      error={useFault(fault, 'until')}
      onChange={(until) => onChange({ until })}
    />
  );
}

function Extended({ draft, fault, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  return (
    <>
      <TextField
        label={t('field.days')}
        inputMode="numeric"
        value={draft.days}
        error={useFault(fault, 'days')}
        onChange={(days) => onChange({ days })}
      />
      <TextField
        label={t('field.approvedBy')}
        hint={t('field.approvedByHint')}
        value={draft.approvedBy}
        error={useFault(fault, 'approvedBy')}
        onChange={(approvedBy) => onChange({ approvedBy })}
      />
    </>
  );
}

function AskedOthers({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  return (
    <SelectField
      label={t('field.who')}
      value={draft.who}
      options={ASKED.map((value) => ({ value, label: t(`who.${value}`) }))}
      onChange={(who) => onChange({ who: who as StepDraft['who'] })}
    />
  );
}

function OthersAnswered({ draft, held, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  const day = useDay();
  const open = (held?.asked ?? []).flatMap(({ step, pause }) => {
    const found = held?.clock.pauses[pause - 1];
    return found && found.to === null
      ? [{ value: step, label: `${day(found.from)} ${t(`who.${found.why}`)}` }]
      : [];
  });
  return (
    <>
      <SelectField
        label={t('field.asked')}
        value={draft.asked}
        options={open}
        onChange={(asked) => onChange({ asked })}
      />
      <SelectField
        label={t('field.agrees')}
        value={draft.agrees}
        options={(['yes', 'no', 'silent'] as const).map((value) => ({ value, label: t(`agrees.${value}`) }))}
        onChange={(agrees) => onChange({ agrees: agrees as StepDraft['agrees'] })}
      />
    </>
  );
}

function GivenUp({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  return (
    <SelectField
      label={t('field.why')}
      value={draft.why}
      options={GIVEN_UP.map((value) => ({ value, label: t(`why.${value}`) }))}
      onChange={(why) => onChange({ why: why as StepDraft['why'] })}
    />
  );
}

function Reviewed({ draft, held, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  const day = useDay();
  const isLawsuit = draft.type === 'case.sued';
  const pending = (held?.reviews ?? []).filter(
    ({ what, outcome }) => outcome === 'pending' && isLawsuit === (what !== 'reconsideration'),
  );
  return (
    <>
      {pending.length > 0 && (
        <SelectField
          label={t('field.of')}
          value={draft.of}
          options={[
            { value: '', label: t('of.new') },
            ...pending.map(({ id, on }) => ({ value: id, label: t('of.result', { day: day(on) }) })),
          ]}
          onChange={(of) => onChange({ of })}
        />
      )}
      {isLawsuit && (
        <SelectField
          label={t('field.after')}
          value={draft.after}
          options={LAWSUITS.map((value) => ({ value, label: t(`after.${value}`) }))}
          onChange={(after) => onChange({ after: after as StepDraft['after'] })}
        />
      )}
      <SelectField
        label={t('field.outcome')}
        value={draft.outcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        onChange={(outcome) => onChange({ outcome: outcome as StepDraft['outcome'] })}
      />
    </>
  );
}

function Fee({ draft, fault, onChange }: FieldsProps) {
  const { t } = useTranslation('desk');
  return (
    <TextField
      label={t('field.yuan')}
      inputMode="decimal"
      value={draft.yuan}
      error={useFault(fault, 'yuan')}
      onChange={(yuan) => onChange({ yuan })}
    />
  );
}

const OWN_FIELDS: Partial<Record<CaseEventType, (props: FieldsProps) => React.ReactNode>> = {
  'case.answered': AnswerChoice,
  'case.unclear': Unclear,
  'case.extended': Extended,
  'case.third-party-asked': AskedOthers,
  'case.third-party-answered': OthersAnswered,
  'case.given-up': GivenUp,
  'case.reconsidered': Reviewed,
  'case.sued': Reviewed,
  'case.fee': Fee,
};
/** Steps whose note for the file is apart from what the applicant reads. */
const WITH_NOTE: CaseEventType[] = [
  'case.third-party-asked',
  'case.third-party-answered',
  'case.extended',
  'case.completed',
  'case.reconsidered',
  'case.sued',
];
const UNTOLD: CaseEventType[] = ['case.reconsidered', 'case.sued'];

function Fields(props: FieldsProps) {
  const { t } = useTranslation('desk');
  const { draft, fault, onChange } = props;
  const Own = OWN_FIELDS[draft.type];
  const toldFault = useFault(fault, 'tell', 'gap', 'too-long');
  return (
    <>
      <TextField
        type="date"
        label={t(draft.type === 'case.opened' ? 'field.received' : 'field.on')}
        value={draft.on}
        error={useFault(fault, 'day')}
        onChange={(on) => onChange({ on })}
      />
      {Own && <Own {...props} />}
      {WITH_NOTE.includes(draft.type) && (
        <TextField
          multiline
          rows={3}
          label={t('field.words')}
          hint={t('field.wordsHint')}
          value={draft.words}
          maxLength={10_000}
          onChange={(words) => onChange({ words })}
        />
      )}
      {!UNTOLD.includes(draft.type) && (
        <TextField
          multiline
          rows={draft.type === 'case.answered' ? 12 : 5}
          label={t('field.tell')}
          hint={t('field.tellHint')}
          value={draft.tell}
          maxLength={10_000}
          error={toldFault}
          onChange={(tell) => onChange({ tell, edited: true })}
        />
      )}
    </>
  );
}

export function StepForm({ shown, type, onDone }: { shown: Shown; type: CaseEventType; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const device = useDevice();
  const today = useToday();
  const { request, held, envelope } = shown;
  const [draft, setDraft] = useState(() => newStep(type, request, held, today));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<SaveFault | null>(null);
  const fault = stepFault(draft);
  const take = async (): Promise<void> => {
    setTried(true);
    if (fault) return;
    setBusy(true);
    const taken = await device.takeStep(envelope, stepOf(draft, request));
    setBusy(false);
    if (taken.ok) onDone();
    else setFailed(taken.code);
  };
  return (
    <form
      className="stack desk-form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <h3>{t(`step.${type}`)}</h3>
      <p className="second">{t(`stepHint.${type}`)}</p>
      <Fields
        draft={draft}
        held={held}
        fault={tried ? fault : null}
        onChange={(part) => setDraft((before) => retold({ ...before, ...part }))}
      />
      {failed && (
        <Message tone="red" title={t('failed.title')}>
          {t(`failed.${failed}`)}
        </Message>
      )}
      <div className="desk-doors">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button kind="main" type="submit" busy={busy}>
          {t(busy ? 'taking' : 'take')}
        </Button>
      </div>
    </form>
  );
}
