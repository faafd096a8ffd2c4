/** Which units and which days are counted. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import {
  calendarYearOf,
  monthOf,
  type Period,
  periodsWithin,
  quarterOf,
} from '../../domain/calendar/periods.ts';
import type { Unit } from '../../domain/registry/events.ts';
import type { LocalDate } from '../../domain/time.ts';
import { Button, SelectField } from '../ui/index.ts';
import { changed, type Choice } from './choice.ts';

/** Years before this one that can be chosen by name; earlier ones by days. */
const YEARS = 3;

/** This year's months and quarters, and the years: the newest first. */
function periodsFor(today: LocalDate, chosen: Period | null): Period[] {
  const year = calendarYearOf(today);
  const years = periodsWithin('year', `${Number(year.id) - YEARS}-01-01` as LocalDate, today).reverse();
  const quarters = periodsWithin('quarter', year.first, quarterOf(today).last).reverse();
  const months = periodsWithin('month', year.first, monthOf(today).last).reverse();
  const all = [...years, ...quarters, ...months];
  return chosen && !all.some(({ id }) => id === chosen.id) ? [chosen, ...all] : all;
}

function Days({ choice }: { choice: Choice }) {
  const { t } = useTranslation('figures');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [from, setFrom] = useState<string>(choice.stretch.first);
  const [to, setTo] = useState<string>(choice.stretch.last);
  const wrong = from === '' || to === '' || from > to;
  return (
    <form
      className="figures-days"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) void navigate(changed(search, { from, to, of: null }));
      }}
    >
      <label className="field">
        <span className="field-label">{t('from')}</span>
        <input
          className="field-input"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label className="field">
        <span className="field-label">{t('to')}</span>
        <input
          className="field-input"
          type="date"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      <Button type="submit" disabled={wrong}>
        {t('count')}
      </Button>
    </form>
  );
}

const FREE = 'free';

export function Controls({ choice, units, today }: { choice: Choice; units: Unit[]; today: LocalDate }) {
  const { t, i18n } = useTranslation('figures');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [free, setFree] = useState(choice.period === null);
  const groups = { year: t('group.year'), quarter: t('group.quarter'), month: t('group.month') } as const;
  const options = periodsFor(today, choice.period).map((period) => ({
    value: period.id,
    label: i18n.language === 'en' ? period.id : period.name,
    group: groups[period.kind as keyof typeof groups] ?? groups.year,
  }));
  const pick = (value: string): void => {
    setFree(value === FREE);
    if (value !== FREE) void navigate(changed(search, { of: value, from: null, to: null }));
  };
  return (
    <div className="figures-controls">
      <SelectField
        label={t('unit')}
        value={choice.unit ?? ''}
        onChange={(unit) => void navigate(changed(search, { unit: unit === '' ? null : unit, list: null }))}
        options={[
          { value: '', label: t('all') },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={t('period')}
        value={free ? FREE : (choice.period?.id ?? FREE)}
        onChange={pick}
        options={[...options, { value: FREE, label: t('free'), group: t('group.free') }]}
      />
      {free && <Days choice={choice} />}
    </div>
  );
}
