/** The tables of the yearly report on requests, reconsiderations and lawsuits: numbers, and nothing of anybody's. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yearOf } from '../../domain/calendar/days.ts';
import { ANSWER_PARTS, ANSWER_TEXTS, ANSWERS } from '../../domain/request/answers.ts';
import { APPLICANTS } from '../../domain/request/request.ts';
import { requestTable, reviewTable, type Row, unbalanced } from '../../domain/request/statistics.ts';
import { useToday } from '../ask/clock.tsx';
import { OfficePage } from '../office/frame.tsx';
import { Message, SelectField, Splash } from '../ui/index.ts';
import { useRequests } from './desk-data.ts';

const COLUMNS = [...APPLICANTS, 'total'] as const;

function Line({ name, row, strong = false }: { name: string; row: Row; strong?: boolean }) {
  return (
    <tr className={strong ? 'desk-sum' : undefined}>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column} className="figures">
          {row[column]}
        </td>
      ))}
    </tr>
  );
}

function Requests({ table }: { table: ReturnType<typeof requestTable> }) {
  const { t, i18n } = useTranslation('desk');
  const english = i18n.language === 'en';
  return (
    <table className="office-table desk-table">
      <caption>{t('figures.three')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.item')}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line strong name={t('figures.received')} row={table.received} />
        <Line strong name={t('figures.carriedIn')} row={table.carriedIn} />
        {ANSWER_PARTS.flatMap((part) =>
          ANSWERS.filter((kind) => ANSWER_TEXTS[kind].part === part).map((kind) => (
            <Line
              key={kind}
              name={`${t(`part.${part}`)} · ${english ? t(`answer.${kind}`) : ANSWER_TEXTS[kind].name}`}
              row={table.answers[kind]}
            />
          )),
        )}
        <Line strong name={t('figures.dealtWith')} row={table.dealtWith} />
        <Line strong name={t('figures.carriedOut')} row={table.carriedOut} />
      </tbody>
    </table>
  );
}

function Reviews({ table }: { table: ReturnType<typeof reviewTable> }) {
  const { t } = useTranslation('desk');
  const outcomes = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;
  return (
    <table className="office-table desk-table">
      <caption>{t('figures.four')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.item')}</th>
          {outcomes.map((outcome) => (
            <th key={outcome} scope="col">
              {outcome === 'total' ? t('column.total') : t(`outcome.${outcome}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(['reconsideration', 'direct', 'after-reconsideration'] as const).map((what) => (
          <tr key={what}>
            <th scope="row">{t(`review.${what}`)}</th>
            {outcomes.map((outcome) => (
              <td key={outcome} className="figures">
                {table[what][outcome]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FiguresScreen() {
  const { t } = useTranslation('desk');
  const requests = useRequests();
  const thisYear = yearOf(useToday());
  const [year, setYear] = useState(thisYear);
  if (!requests) return <Splash label={t('opening')} />;
  const cases = requests.flatMap(({ held }) => held ?? []);
  const waiting = requests.length - cases.length;
  const table = requestTable(cases, year);
  const wrong = unbalanced(table);
  const first = Math.min(thisYear, ...cases.map(({ clock }) => yearOf(clock.received)));
  const years = Array.from({ length: thisYear - first + 1 }, (_, at) => String(thisYear - at));
  return (
    <OfficePage
      title={t('figures.title')}
      lead={t('figures.lead')}
      back={{ to: '/office/desk', label: t('title') }}
    >
      <div className="desk-year">
        <SelectField
          label={t('figures.year')}
          value={String(year)}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(value) => setYear(Number(value))}
        />
      </div>
      {waiting > 0 && <Message tone="amber" title={t('figures.waiting', { n: waiting })} />}
      <Message
        tone={wrong.length === 0 ? 'green' : 'red'}
        title={t(wrong.length === 0 ? 'figures.balanced' : 'figures.unbalanced')}
      />
      <section className="office-panel desk-wide">
        <Requests table={table} />
      </section>
      <section className="office-panel desk-wide">
        <Reviews table={reviewTable(cases, year)} />
      </section>
    </OfficePage>
  );
}
