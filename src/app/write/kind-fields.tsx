/** The form of a kind, made from its description, and the choice of the kind. */
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { computedFields } from '../../domain/kind/figures.ts';
import type { Field, Language, NoticeKind } from '../../domain/kind/kind.ts';
import type { Problem } from '../../domain/kind/problems.ts';
import type { FieldValue, KindFields } from '../../domain/kind/values.ts';
import type { LocalDate } from '../../domain/time.ts';
import { Button, Icon } from '../ui/index.ts';
import { tableLine } from '../tables/table-lines.ts';
import './kind-fields.css';
import {
  ChoiceInput,
  DateInput,
  FigureInput,
  inputId,
  type InputProps,
  PeriodInput,
  PersonInput,
  TextInput,
  YesNoInput,
} from './kind-inputs.tsx';
import { problemsOf, useLanguage } from './kind-problems.ts';
import { ListInput } from './list-inputs.tsx';

/** A table in the form: what it holds in one line, and the way to it. */
function TableLink({ field, value, label, hint, error, language }: InputProps<'table'>) {
  const { t } = useTranslation('write');
  const table = value?.type === 'table' ? value : null;
  return (
    <div className="field">
      <span className="field-label" id={`${inputId(field.id)}-label`}>
        {label}
      </span>
      <Link
        id={inputId(field.id)}
        className={`field-input table-link ${error ? 'entry-wrong' : ''}`}
        to={`?table=${field.id}`}
        aria-labelledby={`${inputId(field.id)}-label ${inputId(field.id)}-value`}
      >
        <span id={`${inputId(field.id)}-value`}>
          {table && table.rows.length > 0 ? tableLine(field, table, language, t) : t('table.begin')}
        </span>
        <Icon name="next" />
      </Link>
      {hint && <p className="field-hint">{hint}</p>}
      {error && (
        <p className="field-error" role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}

/** The input for a field of any type. */
function FieldInput(props: InputProps) {
  switch (props.field.type) {
    case 'text':
    case 'phone':
      return <TextInput {...(props as InputProps<'text' | 'phone'>)} />;
    case 'money':
    case 'quantity':
      return <FigureInput {...(props as InputProps<'money' | 'quantity'>)} />;
    case 'date':
      return <DateInput {...(props as InputProps<'date'>)} />;
    case 'period':
      return <PeriodInput {...(props as InputProps<'period'>)} />;
    case 'choice':
      return <ChoiceInput {...(props as InputProps<'choice'>)} />;
    case 'yes-no':
      return <YesNoInput {...(props as InputProps<'yes-no'>)} />;
    case 'person':
      return <PersonInput {...(props as InputProps<'person'>)} />;
    case 'steps':
    case 'documents':
      return <ListInput {...(props as InputProps<'steps' | 'documents'>)} />;
    case 'table':
      return <TableLink {...(props as InputProps<'table'>)} />;
  }
}

export interface KindFieldsProps {
  kind: NoticeKind;
  fields: KindFields;
  typed: Record<string, string>;
  problems: Problem[];
  /** The person has tried to publish: what is empty is said too. */
  tried: boolean;
  today: LocalDate;
  /** `typed`: the text that could not be read. */
  onChange: (field: string, value: FieldValue | null, typed: string) => void;
}

/** What one field says below itself: an error, or a warning in quieter type. */
function OneField({ field, ...props }: KindFieldsProps & { field: Field; computed: KindFields }) {
  const { t } = useTranslation('write');
  const language: Language = useLanguage();
  const { kind, fields, typed, problems, tried, today, onChange } = props;
  const { error, warning } = problemsOf(t, kind, problems, field.id, tried, language);
  return (
    <>
      {field.section && <h2 className="kind-section">{field.section[language]}</h2>}
      <FieldInput
        field={field}
        value={fields[field.id]}
        typed={typed[field.id] ?? ''}
        computed={props.computed[field.id]}
        label={`${field.name[language]}${field.required ? t('kind.required') : ''}`}
        hint={field.hint?.[language]}
        error={error}
        language={language}
        today={today}
        onChange={(value) => onChange(field.id, value, '')}
        onTyped={(text) => onChange(field.id, null, text)}
      />
      {warning && (
        <p className="kind-warning" aria-live="polite">
          <Icon name="info" /> {warning}
        </p>
      )}
    </>
  );
}

export function KindFieldsForm(props: KindFieldsProps) {
  const { t } = useTranslation('write');
  const { kind, fields } = props;
  const computed = useMemo(() => computedFields(kind, fields), [kind, fields]);
  const shown = kind.fields.filter((field) => !field.retired || fields[field.id]);
  const inputs = shown.map((field) => (
    <OneField key={field.id} {...props} field={field} computed={computed} />
  ));
  if (kind.id !== 'plain') return <div className="stack">{inputs}</div>;
  const filled = shown.some((field) => fields[field.id]);
  return (
    <details className="kind-more" open={filled || undefined}>
      <summary>{t('kind.morePlain')}</summary>
      <div className="stack">{inputs}</div>
    </details>
  );
}

/** Which form the notice has; the others stand behind a press. */
export function KindChoice({
  kind,
  kinds,
  onChoose,
}: {
  kind: NoticeKind;
  kinds: NoticeKind[];
  onChoose: (kind: NoticeKind) => void;
}) {
  const { t } = useTranslation('write');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  if (kinds.length < 2) return null;
  return (
    <div className="field">
      <span className="field-label">{t('kind.label')}</span>
      <p>
        <strong>{kind.name[language]}</strong> <span className="second">{kind.hint[language]}</span>
      </p>
      {!open && (
        <div>
          <Button icon="list" aria-expanded={false} onClick={() => setOpen(true)}>
            {t('kind.other')}
          </Button>
        </div>
      )}
      {open && (
        <ul aria-label={t('kind.choose')}>
          {kinds.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="entry-row"
                aria-pressed={one.id === kind.id}
                onClick={() => {
                  setOpen(false);
                  onChoose(one);
                }}
              >
                <span className="entry-name">
                  {one.name[language]}
                  {one.id === kind.id && <Icon name="check" />}
                </span>
                <span className="second">{one.hint[language]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
