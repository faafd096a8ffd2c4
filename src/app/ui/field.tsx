/** Fields of a form: label above, hint and error below, tied together for those who hear the screen. */
import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './field.css';
import { Icon } from './icon.tsx';

interface Around {
  label: string;
  hint?: ReactNode;
  /** What is wrong and what to do, in a sentence. */
  error?: string | null;
  required?: boolean;
}

interface Ids {
  id: string;
  hint: string;
  error: string;
}

function useIds(id: string | undefined): Ids {
  const made = useId();
  const own = id ?? made;
  return { id: own, hint: `${own}-hint`, error: `${own}-error` };
}

const described = (ids: Ids, hint: ReactNode, error: unknown): string | undefined =>
  [hint ? ids.hint : '', error ? ids.error : ''].filter(Boolean).join(' ') || undefined;

function Field({ ids, label, hint, error, children }: Around & { ids: Ids; children: ReactNode }) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={ids.id}>
        {label}
      </label>
      {children}
      {hint && (
        <div className="field-hint" id={ids.hint}>
          {hint}
        </div>
      )}
      {error && (
        <div className="field-error" id={ids.error} role="alert">
          <Icon name="warning" />
          {error}
        </div>
      )}
    </div>
  );
}

type Native = Omit<
  InputHTMLAttributes<HTMLInputElement & HTMLTextAreaElement>,
  'onChange' | 'value' | 'maxLength' | 'className'
>;

export interface TextFieldProps extends Around, Native {
  value: string;
  onChange: (text: string) => void;
  multiline?: boolean;
  rows?: number;
  /** Characters. Nothing is cut off: what is too long stays, and the field says by how much. */
  maxLength?: number;
}

/** A line or, with `multiline`, some lines of text. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    required,
    value,
    onChange,
    multiline,
    rows = 4,
    maxLength,
    id,
    ...rest
  } = props;
  const { t } = useTranslation('ui');
  const ids = useIds(id);
  const over = maxLength === undefined ? 0 : value.length - maxLength;
  const near = maxLength !== undefined && over <= 0 && value.length > maxLength * 0.8;
  const wrong = over > 0 ? t('field.tooLong', { max: maxLength, over }) : error;
  const shownHint = near ? t('field.left', { left: -over }) : hint;
  const common = {
    ...rest,
    id: ids.id,
    value,
    className: 'field-input',
    'aria-required': required || undefined,
    'aria-invalid': wrong ? true : undefined,
    'aria-describedby': described(ids, shownHint, wrong),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <Field ids={ids} label={label} hint={shownHint} error={wrong}>
      {multiline ? <textarea {...common} rows={rows} /> : <input type="text" {...common} />}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  /** Heading under which it stands; options of a group stand together. */
  group?: string;
}

export interface SelectFieldProps extends Around {
  value: string;
  onChange: (value: string) => void;
  options: Option[];
  /** Shown while nothing is chosen (value ''). */
  placeholder?: string;
  id?: string;
  disabled?: boolean;
}

const optionOf = (option: Option) => (
  <option key={option.value} value={option.value}>
    {option.label}
  </option>
);

function Options({ options }: { options: Option[] }) {
  const groups = [...new Set(options.map((option) => option.group))];
  return groups.map((group) => {
    const own = options.filter((option) => option.group === group).map(optionOf);
    return group === undefined ? (
      own
    ) : (
      <optgroup key={group} label={group}>
        {own}
      </optgroup>
    );
  });
}

/** One of a list, by the system's own chooser: it fits every thumb. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, required, value, onChange, options, placeholder, id, disabled } = props;
  const ids = useIds(id);
  return (
    <Field ids={ids} label={label} hint={hint} error={error}>
      <div className="field-select">
        <select
          id={ids.id}
          className="field-input"
          value={value}
          disabled={disabled}
          aria-required={required || undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={described(ids, hint, error)}
          onChange={(event) => onChange(event.target.value)}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          <Options options={options} />
        </select>
        <Icon name="down" />
      </div>
    </Field>
  );
}
