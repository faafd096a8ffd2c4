/** The form's questions, each on its own. What is typed is told to no autofill, spelling service or history. */
import { useTranslation } from 'react-i18next';
import {
  APPLICANTS,
  DOCUMENTS,
  FORMS,
  HANDOVERS,
  REQUEST_LIMITS,
  WAYS,
} from '../../domain/request/request.ts';
import { SelectField, TextField } from '../ui/index.ts';
import { Choices } from './choices.tsx';
import type { AskDraft, Fault, Question } from './draft.ts';

export interface QuestionProps {
  draft: AskDraft;
  /** After somebody wanted to go on. */
  fault: Fault | null;
  onChange: (part: Partial<AskDraft>) => void;
}

const PRIVATE = { autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const;

function useError(fault: Fault | null, ...own: Fault[]): string | null {
  const { t } = useTranslation('ask');
  return fault && own.includes(fault) ? t(`fault.${fault}`) : null;
}

function HowItCame({ draft, fault, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  return (
    <>
      <Choices
        label={t('q.way')}
        choices={WAYS.filter((way) => way !== 'online').map((value) => ({
          value,
          label: t(`way.${value}`),
          hint: t(`wayHint.${value}`),
        }))}
        value={draft.way}
        onChange={(way) => onChange({ way })}
      />
      <TextField
        {...PRIVATE}
        type="date"
        label={t('field.on')}
        value={draft.on}
        error={useError(fault, 'day', 'later-day')}
        onChange={(on) => onChange({ on })}
      />
    </>
  );
}

function Who({ draft, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  return (
    <Choices
      label={t('q.who')}
      choices={APPLICANTS.map((value) => ({ value, label: t(`who.${value}`), hint: t(`whoHint.${value}`) }))}
      value={draft.applicant}
      onChange={(applicant) => {
        const type = applicant === 'person' ? 'id-card' : 'credit-code';
        onChange({ applicant, ...(applicant === draft.applicant ? {} : { document: { type, number: '' } }) });
      }}
    />
  );
}

function Name({ draft, fault, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  const isPerson = draft.applicant === 'person';
  return (
    <>
      <TextField
        {...PRIVATE}
        label={t(isPerson ? 'field.name' : 'field.organisation')}
        required
        value={draft.name}
        maxLength={REQUEST_LIMITS.name}
        error={useError(fault, 'name')}
        onChange={(name) => onChange({ name })}
      />
      {!isPerson && (
        <TextField
          {...PRIVATE}
          label={t('field.person')}
          required
          value={draft.contact}
          maxLength={REQUEST_LIMITS.contact}
          error={fault === 'person' ? t('fault.person') : null}
          onChange={(contact) => onChange({ contact })}
        />
      )}
    </>
  );
}

function Document({ draft: { document }, fault, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  return (
    <>
      <SelectField
        label={t('field.type')}
        value={document.type}
        options={DOCUMENTS.map((value) => ({ value, label: t(`document.${value}`) }))}
        onChange={(type) => onChange({ document: { ...document, type: type as typeof document.type } })}
      />
      <TextField
        {...PRIVATE}
        label={t('field.number')}
        required
        value={document.number}
        maxLength={REQUEST_LIMITS.number}
        error={useError(fault, 'number', 'id-card', 'credit-code')}
        onChange={(number) => onChange({ document: { ...document, number } })}
      />
    </>
  );
}

function Contact({ draft, fault, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  return (
    <>
      <TextField
        {...PRIVATE}
        type="tel"
        label={t('field.phone')}
        value={draft.phone}
        maxLength={REQUEST_LIMITS.phone}
        error={useError(fault, 'contact', 'phone')}
        onChange={(phone) => onChange({ phone })}
      />
      <TextField
        {...PRIVATE}
        label={t('field.address')}
        hint={t('field.addressHint')}
        value={draft.address}
        maxLength={REQUEST_LIMITS.address}
        error={useError(fault, 'address')}
        onChange={(address) => onChange({ address })}
      />
    </>
  );
}

function Asked({ draft, fault, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  return (
    <TextField
      {...PRIVATE}
      multiline
      rows={6}
      label={t('field.asked')}
      hint={t('field.askedHint')}
      required
      value={draft.asked}
      maxLength={REQUEST_LIMITS.asked}
      error={useError(fault, 'asked')}
      onChange={(asked) => onChange({ asked })}
    />
  );
}

function Form({ draft, onChange }: QuestionProps) {
  const { t } = useTranslation('ask');
  return (
    <Choices
      label={t('q.form')}
      choices={FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
      value={draft.form}
      onChange={(form) => onChange({ form })}
    />
  );
}

function Handover(props: QuestionProps) {
  const { t } = useTranslation('ask');
  const { draft, fault, onChange } = props;
  // Where the answer to the question before does not fit it, that one is asked here once more.
  const asksContact = fault === 'address' || fault === 'phone';
  return (
    <>
      <Choices
        label={t('q.handover')}
        choices={HANDOVERS.map((value) => ({ value, label: t(`handover.${value}`) }))}
        value={draft.handover}
        onChange={(handover) => onChange({ handover })}
      />
      {asksContact && <Contact {...props} />}
    </>
  );
}

export const QUESTION_FIELDS: Record<Question, (props: QuestionProps) => React.ReactNode> = {
  way: HowItCame,
  who: Who,
  name: Name,
  document: Document,
  contact: Contact,
  asked: Asked,
  form: Form,
  handover: Handover,
};
