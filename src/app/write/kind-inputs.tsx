/** Inputs for single values of a kind's fields: what is typed becomes a value, or stays as typed with what is wrong. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf, shiftPeriod, type Period, type PeriodKind } from '../../domain/calendar/periods.ts';
import { parsePeriod } from '../../domain/calendar/periods.ts';
import { parseDecimal } from '../../domain/kind/decimal.ts';
import { valueText } from '../../domain/kind/format.ts';
import type { Field, Language } from '../../domain/kind/kind.ts';
import type { FieldValue } from '../../domain/kind/values.ts';
import { formatMoney, parseMoney } from '../../domain/money.ts';
import type { LocalDate } from '../../domain/time.ts';
import { Button, SelectField, TextField } from '../ui/index.ts';

export interface InputProps<Type extends Field['type'] = Field['type']> {
  field: Extract<Field, { type: Type }>;
  value: FieldValue | undefined;
  /** A text that could not be read; empty: none. */
  typed: string;
  /** What the table comes to, where the kind says how. */
  computed: FieldValue | undefined;
  label: string;
  hint: string | undefined;
  error: string | null;
  language: Language;
  today: LocalDate;
  onChange: (value: FieldValue | null) => void;
  onTyped: (text: string) => void;
}

export const inputId = (field: string): string => `write-field-${field}`;

/** What is the same for every input. */
const around = ({ field, label, hint, error }: Pick<InputProps, 'field' | 'label' | 'hint' | 'error'>) => ({
  id: inputId(field.id),
  label,
  hint,
  error,
  required: field.required === true,
});

export function TextInput(props: InputProps<'text' | 'phone'>) {
  const { field, value, onChange } = props;
  const text = value?.type === field.type ? value.value : '';
  const long = field.type === 'text' && field.long === true;
  const set = (next: string): void => {
    if (next === '') onChange(null);
    else onChange({ type: field.type, value: next });
  };
  return (
    <TextField
      {...around(props)}
      value={text}
      multiline={long}
      rows={long ? Math.min(14, Math.max(3, text.split('\n').length + 1)) : undefined}
      inputMode={field.type === 'phone' ? 'tel' : undefined}
      autoComplete="off"
      onChange={set}
    />
  );
}

/** Money and quantities: typed freely, read at each letter, written in the product's way on leaving. */
export function FigureInput(props: InputProps<'money' | 'quantity'>) {
  const { field, value, typed, computed, language, onChange, onTyped } = props;
  const { t } = useTranslation('write');
  const [own, setOwn] = useState<string | null>(null);
  const text =
    value?.type === 'money' ? formatMoney(value.value) : value?.type === 'quantity' ? value.value : '';
  const money = field.type === 'money' ? parseMoney(typed) : null;
  const unread =
    money && !money.ok && money.code !== 'empty' ? t(`kind.money.${money.code}`) : t('kind.number');
  const set = (next: string): void => {
    setOwn(next);
    const read = readFigure(field, next);
    if (read || next.trim() === '') onChange(read);
    else onTyped(next);
  };
  const offer = computed && JSON.stringify(computed) !== JSON.stringify(plain(value)) ? computed : null;
  const unit = field.type === 'money' ? '元' : field.unit;
  return (
    <div className="stack-tight">
      <TextField
        {...around(props)}
        label={unit ? `${props.label} · ${unit}` : props.label}
        error={typed === '' ? props.error : unread}
        value={own ?? (typed || text)}
        inputMode={field.type === 'money' ? undefined : 'decimal'}
        autoComplete="off"
        onChange={set}
        onBlur={() => setOwn(null)}
      />
      {offer && (
        <Button kind="quiet" icon="check" onClick={() => onChange(offer)}>
          {t('kind.use', { value: valueText(offer, language) })}
        </Button>
      )}
    </div>
  );
}

const plain = (value: FieldValue | undefined): FieldValue | undefined => {
  if (!value) return value;
  const { label: _, ...rest } = value;
  return rest as FieldValue;
};

function readFigure(field: Extract<Field, { type: 'money' | 'quantity' }>, text: string): FieldValue | null {
  if (field.type === 'money') {
    const read = parseMoney(text);
    return read.ok ? { type: 'money', value: read.fen } : null;
  }
  const read = parseDecimal(text);
  return read.ok ? { type: 'quantity', value: read.text, unit: field.unit } : null;
}

export function DateInput(props: InputProps<'date'>) {
  const { value, onChange } = props;
  return (
    <TextField
      {...around(props)}
      type="date"
      value={value?.type === 'date' ? value.value : ''}
      onChange={(next) => onChange(next === '' ? null : { type: 'date', value: next })}
    />
  );
}

/** How many periods back are offered. */
const BACK: Record<PeriodKind, number> = { month: 14, quarter: 6, 'half-year': 4, year: 4 };

function periodsFor(kinds: PeriodKind[], today: LocalDate, chosen: string): Period[] {
  const offered = kinds.flatMap((kind) => {
    const now = periodOf(kind, today);
    return Array.from({ length: BACK[kind] }, (_, back) => shiftPeriod(now, 1 - back));
  });
  const own = parsePeriod(chosen);
  return own && !offered.some(({ id }) => id === own.id) ? [own, ...offered] : offered;
}

export function PeriodInput(props: InputProps<'period'>) {
  const { field, value, today, onChange } = props;
  const { t } = useTranslation('write');
  const chosen = value?.type === 'period' ? value.value : '';
  return (
    <SelectField
      {...around(props)}
      value={chosen}
      placeholder={t('kind.chooseOne')}
      options={periodsFor(field.periods, today, chosen).map(({ id, name, kind }) => ({
        value: id,
        label: name,
        ...(field.periods.length > 1 && { group: t(`kind.${kind}`) }),
      }))}
      onChange={(next) => onChange(next === '' ? null : { type: 'period', value: next })}
    />
  );
}

export function ChoiceInput(props: InputProps<'choice'>) {
  const { field, value, language, onChange } = props;
  const { t } = useTranslation('write');
  return (
    <SelectField
      {...around(props)}
      value={value?.type === 'choice' ? value.value : ''}
      placeholder={t('kind.chooseOne')}
      options={field.options.map((option) => ({ value: option.zh, label: option[language] }))}
      onChange={(next) => onChange(next === '' ? null : { type: 'choice', value: next })}
    />
  );
}

export function YesNoInput(props: InputProps<'yes-no'>) {
  const { value, onChange } = props;
  const { t } = useTranslation('write');
  return (
    <SelectField
      {...around(props)}
      value={value?.type === 'yes-no' ? String(value.value) : ''}
      placeholder={t('kind.chooseOne')}
      options={[
        { value: 'true', label: t('kind.yes') },
        { value: 'false', label: t('kind.no') },
      ]}
      onChange={(next) => onChange(next === '' ? null : { type: 'yes-no', value: next === 'true' })}
    />
  );
}

export function PersonInput(props: InputProps<'person'>) {
  const { field, value, language, onChange } = props;
  const { t } = useTranslation('write');
  const person = value?.type === 'person' ? value : null;
  return (
    <div className="stack-tight">
      <TextField
        {...around(props)}
        value={person?.value ?? ''}
        autoComplete="off"
        onChange={(next) =>
          onChange(
            next === '' ? null : { type: 'person', value: next, ...(person?.post && { post: person.post }) },
          )
        }
      />
      {person && (
        <TextField
          label={t('kind.post', { name: field.name[language] })}
          hint={t('kind.postHint')}
          value={person.post ?? ''}
          autoComplete="off"
          onChange={(post) => onChange({ type: 'person', value: person.value, ...(post && { post }) })}
        />
      )}
    </div>
  );
}
