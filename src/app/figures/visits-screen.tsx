/** `/office/visits`: how often posters were scanned and public pages opened, of all units, by the month. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { VISIT_KINDS, type VisitKind, type VisitMonth, visitYear } from '../../domain/counting/visits.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import type { Device } from '../../sync/client/device.ts';
import { OfficePage } from '../office/frame.tsx';
import { unitsInOrder } from '../office/overview.ts';
import { Button, Message, SelectField, Splash, useDevice, useNow } from '../ui/index.ts';
import { changed } from './choice.ts';
import type { Cell } from './export.ts';
import { TakeAlong } from './take-along.tsx';
import './figures.css';
import './visits.css';

/** Years before this one that can be chosen. */
const YEARS = 3;

type Answer = Awaited<ReturnType<Device['visitMonths']>>;

/** Null: being asked. */
function useVisits(year: number): Answer | null {
  const device = useDevice();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const told = await device.visitMonths(year);
      if (!gone) setAnswer(told);
    };
    void ask();
    return () => void (gone = true);
  }, [device, year]);
  return answer;
}

interface Shown {
  visits: VisitMonth[];
  units: Unit[];
  kind: VisitKind;
}

/** The most first; each bar against the longest. */
function Bars({ visits, units, kind }: Shown) {
  const { t } = useTranslation('figures');
  const rows = units
    .map(({ id, name }) => ({ id, name, total: visitYear(visits, kind, id).total }))
    .sort((one, other) => other.total - one.total);
  const most = Math.max(1, ...rows.map(({ total }) => total));
  return (
    <ul className="visit-bars">
      {rows.map(({ id, name, total }) => (
        <li key={id}>
          <span>{name}</span>
          <svg
            className="visit-bar"
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect width={(100 * total) / most} height="10" />
          </svg>
          <span className="figures visit-count">{t('visits.times', { count: total })}</span>
        </li>
      ))}
    </ul>
  );
}

function MonthsTable({ visits, units, kind }: Shown) {
  const { t } = useTranslation('figures');
  const heads = [
    ...Array.from({ length: 12 }, (_, month) => t('visits.month', { n: month + 1 })),
    t('visits.all'),
  ];
  const cells = (unit: string | null) => {
    const { months, total } = visitYear(visits, kind, unit);
    return [...months, total].map((count, at) => (
      <td key={heads[at]} data-label={heads[at]} className="number figures">
        {count}
      </td>
    ));
  };
  return (
    <div className="visit-table">
      <table className="office-table figures-table">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row" className="strong">
                {name}
              </th>
              {cells(id)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="strong">
              {t('table.sum')}
            </th>
            {cells(null)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** One line for each unit and month with anything in it, then the sum of all. */
function useRows(visits: VisitMonth[], units: Unit[]): () => Cell[][] {
  const { t } = useTranslation('figures');
  const counts = (unit: string | null, month: number): number[] =>
    VISIT_KINDS.map((kind) => visitYear(visits, kind, unit).months[month] ?? 0);
  const MONTHS = Array.from({ length: 12 }, (_, month) => month);
  return () => [
    [t('unit'), t('visits.monthHead'), ...VISIT_KINDS.map((kind) => t(`visits.kind.${kind}`))],
    ...units.flatMap(({ id, name }) =>
      MONTHS.filter((month) => counts(id, month).some((count) => count > 0)).map((month): Cell[] => [
        name,
        month + 1,
        ...counts(id, month),
      ]),
    ),
    [t('table.sum'), '', ...VISIT_KINDS.map((kind) => visitYear(visits, kind, null).total)],
  ];
}

function Totals({ visits, kind }: { visits: VisitMonth[]; kind: VisitKind }) {
  const { t } = useTranslation('figures');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <div className="figures-row visit-totals">
      {VISIT_KINDS.map((one) => (
        <button
          key={one}
          type="button"
          className="office-panel figure figure-link visit-total"
          aria-pressed={one === kind}
          onClick={() => void navigate(changed(search, { what: one }), { replace: true })}
        >
          <span className="figure-number serif figures">{visitYear(visits, one, null).total}</span>
          <span>{t(`visits.kind.${one}`)}</span>
        </button>
      ))}
    </div>
  );
}

function Counted({ visits, units, kind, year }: Shown & { year: number }) {
  const { t } = useTranslation('figures');
  const words = { kind: t(`visits.kind.${kind}`) };
  return (
    <>
      <Totals visits={visits} kind={kind} />
      {visitYear(visits, kind, null).total === 0 ? (
        <p className="office-panel">{t('visits.none')}</p>
      ) : (
        <>
          <section className="office-panel" aria-label={t('visits.bars', words)}>
            <h2>{t('visits.bars', words)}</h2>
            <Bars visits={visits} units={units} kind={kind} />
          </section>
          <section className="office-panel" aria-label={t('visits.table', words)}>
            <h2>{`${t('visits.table', words)} · ${t('visits.yearOf', { year })}`}</h2>
            <MonthsTable visits={visits} units={units} kind={kind} />
          </section>
        </>
      )}
      <p className="second">{t('visits.note')}</p>
    </>
  );
}

interface Asked {
  registry: Registry;
  year: number;
  years: number[];
  kind: VisitKind;
  onAgain: () => void;
}

/** What the server says of one year, asked once. */
function VisitsOf({ registry, year, years, kind, onAgain }: Asked) {
  const { t } = useTranslation('figures');
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const answer = useVisits(year);
  const units = unitsInOrder(registry);
  const visits = answer?.ok ? answer.value : [];
  const rows = useRows(visits, units);
  const name = `${t('visits.title')} ${registry.name} ${year}`;
  return (
    <OfficePage
      title={t('visits.title')}
      lead={t('visits.lead')}
      aside={answer?.ok && <TakeAlong rows={rows} sheet={t('visits.title')} name={name} />}
    >
      <p className="figures-print-head serif">{`${registry.name} · ${t('visits.title')} · ${year}`}</p>
      <div className="visit-year">
        <SelectField
          label={t('visits.year')}
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: t('visits.yearOf', { year: one }) }))}
          onChange={(one) => void navigate(changed(search, { year: one }))}
        />
      </div>
      {answer === null && <Splash label={t('loading')} />}
      {answer?.ok === false && (
        <Message
          tone="amber"
          title={t('visits.failed')}
          action={
            <Button kind="main" icon="refresh" onClick={onAgain}>
              {t('visits.again')}
            </Button>
          }
        >
          {t('visits.failedText')}
        </Message>
      )}
      {answer?.ok && <Counted visits={visits} units={units} kind={kind} year={year} />}
    </OfficePage>
  );
}

export function VisitsScreen({ registry }: { registry: Registry }) {
  const [search] = useSearchParams();
  const [tries, setTries] = useState(0);
  const thisYear = Number(localDateOf(instantOf(useNow())).slice(0, 4));
  const asked = Number(search.get('year'));
  const years = Array.from({ length: YEARS + 1 }, (_, back) => thisYear - back);
  const year = years.includes(asked) ? asked : thisYear;
  const kind = VISIT_KINDS.find((one) => one === search.get('what')) ?? 'board';
  return (
    <VisitsOf
      key={`${year} ${tries}`}
      {...{ registry, year, years, kind }}
      onAgain={() => setTries((before) => before + 1)}
    />
  );
}
