/** `/office/figures`: how much was published in which forms; every figure opens the records that it counts. */
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  apart,
  byForm,
  type Counted,
  FIGURES,
  type FigureId,
  together,
} from '../../domain/counting/figures.ts';
import { type OpenFigures, openFiguresOf } from '../../domain/counting/open.ts';
import { yearOf } from '../../domain/calendar/days.ts';
import { FORMS } from '../../domain/catalogue/entry.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { OfficePage } from '../office/frame.tsx';
import { fileName, handOver } from '../sent/to-file.ts';
import { Button, ButtonLink, Splash, useIdentity } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { type Choice, changed, choiceOf } from './choice.ts';
import { Controls } from './controls.tsx';
import type { Cell } from './export.ts';
import { NotHere } from './not-here.tsx';
import { RecordList, useLines } from './record-list.tsx';
import { TakeAlong } from './take-along.tsx';
import { type Held, useCounted, useHeld } from './use-figures.ts';
import './figures.css';

function Big({ figure, n, note, open }: { figure: FigureId; n: number; note: string; open: boolean }) {
  const { t } = useTranslation('figures');
  const [search] = useSearchParams();
  return (
    <Link
      className="office-panel figure figure-link"
      aria-current={open ? 'true' : undefined}
      to={changed(search, { list: figure })}
    >
      <span className="figure-number serif figures">{n}</span>
      <span>{t(`figure.${figure}`)}</span>
      {note && <span className="office-note">{note}</span>}
    </Link>
  );
}

function BigFigures({ all, choice }: { all: Omit<Counted, 'unit'>; choice: Choice }) {
  const { t } = useTranslation('figures');
  const { withdrawn, nothing } = apart(all.platform);
  const forms = byForm(all.other);
  const notes: Partial<Record<FigureId, string>> = {
    platform: [
      withdrawn > 0 && t('apart.withdrawn', { n: withdrawn }),
      nothing > 0 && t('apart.nothing', { n: nothing }),
      all.broughtIn.length > 0 && t('apart.broughtIn', { n: all.broughtIn.length }),
    ]
      .filter(Boolean)
      .join(t('comma')),
    other: FORMS.filter((form) => forms[form].length > 0)
      .map((form) => t('apart.form', { form: t(`form.${form}`), n: forms[form].length }))
      .join(t('comma')),
  };
  return (
    <div className="figures-row figures-five">
      {FIGURES.map((figure) => (
        <Big
          key={figure}
          figure={figure}
          n={all[figure].length}
          note={notes[figure] ?? ''}
          open={choice.list === figure}
        />
      ))}
    </div>
  );
}

function UnitsTable({ counted, nameOf }: { counted: Counted[]; nameOf: (unit: string) => string }) {
  const { t } = useTranslation('figures');
  const [search] = useSearchParams();
  const all = together(counted);
  return (
    <section className="office-panel">
      <h2>{t('table.title')}</h2>
      <table className="office-table figures-table">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col" className="number">
                {t(`figure.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.map((one) => (
            <tr key={one.unit}>
              <th scope="row" className="strong">
                {nameOf(one.unit)}
              </th>
              {FIGURES.map((figure) => (
                <td key={figure} data-label={t(`figure.${figure}`)} className="number figures">
                  <Link
                    to={changed(search, { unit: one.unit, list: figure })}
                    aria-label={t('table.open', {
                      unit: nameOf(one.unit),
                      figure: t(`figure.${figure}`),
                      n: one[figure].length,
                    })}
                  >
                    {one[figure].length}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="strong">
              {t('table.sum')}
            </th>
            {FIGURES.map((figure) => (
              <td key={figure} data-label={t(`figure.${figure}`)} className="number figures strong">
                {all[figure].length}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function useRows(counted: Counted[], nameOf: (unit: string) => string): () => Cell[][] {
  const { t } = useTranslation('figures');
  return () => {
    const head = [
      t('unit'),
      ...FIGURES.map((figure) => t(`figure.${figure}`)),
      ...FORMS.map((f) => t(`form.${f}`)),
    ];
    const row = (name: string, one: Omit<Counted, 'unit'>): Cell[] => {
      const forms = byForm(one.other);
      return [
        name,
        ...FIGURES.map((figure) => one[figure].length),
        ...FORMS.map((form) => forms[form].length),
      ];
    };
    return [
      head,
      ...counted.map((one) => row(nameOf(one.unit), one)),
      row(t('table.sum'), together(counted)),
    ];
  };
}

interface Files {
  rows: () => Cell[][];
  /** The whole year as open data. */
  open: () => OpenFigures;
  name: string;
}

function Actions({ rows, open, name }: Files) {
  const { t } = useTranslation('figures');
  const json = (): Promise<void> => {
    const made = open();
    const file = new Blob([`${JSON.stringify(made)}\n`], { type: 'application/json' });
    return handOver(file, `${fileName(`${t('title')} ${made.name} ${made.year}`)}.json`);
  };
  return (
    <TakeAlong rows={rows} sheet={t('title')} name={name}>
      <Button icon="save" onClick={() => void json()}>
        .json
      </Button>
    </TakeAlong>
  );
}

function Figures({ registry, held }: { registry: Registry; held: Held }) {
  const { t, i18n } = useTranslation('figures');
  const when = useWhen();
  const [search] = useSearchParams();
  const today = localDateOf(instantOf(when.now));
  const choice = choiceOf(search, today);
  const township = useIdentity()?.township ?? '';
  const { first, last } = choice.stretch;
  const { units, boards } = held;
  const nameOf = (unit: string): string => registry.units[unit]?.name ?? unit;
  const counted = useCounted(registry, boards, first, last);
  const chosen = choice.unit ? counted.filter(({ unit }) => unit === choice.unit) : counted;
  const all = together(chosen);
  const linesOf = useLines(nameOf);
  const rows = useRows(chosen, nameOf);
  const open = (): OpenFigures =>
    openFiguresOf({
      township,
      registry,
      boards,
      year: yearOf(first),
      today,
      units: choice.unit ? [choice.unit] : units.map(({ id }) => id),
    });
  const day = (one: string): string => when.fullDay(`${one}T12:00:00+08:00`);
  const days = t('days', { from: day(first), to: day(last) });
  const span = choice.period ? (i18n.language === 'en' ? choice.period.id : choice.period.name) : days;
  const whose = choice.unit ? nameOf(choice.unit) : registry.name;
  return (
    <OfficePage
      title={t('title')}
      lead={t('lead', { days })}
      aside={<Actions rows={rows} open={open} name={`${t('title')} ${whose} ${span}`} />}
    >
      <p className="figures-print-head serif">{`${whose} · ${t('title')} · ${days}`}</p>
      <Controls key={`${first}/${last}`} choice={choice} units={units} today={today} />
      <NotHere notHere={held.notHere} />
      <BigFigures all={all} choice={choice} />
      {choice.list && (
        <section className="office-panel" id="list">
          <div className="figures-list-head">
            <h2>
              {t('list.title', { whose, figure: t(`figure.${choice.list}`), n: all[choice.list].length })}
            </h2>
            <ButtonLink to={changed(search, { list: null })} icon="cross">
              {t('list.close')}
            </ButtonLink>
          </div>
          <RecordList lines={linesOf(all, choice.list)} />
        </section>
      )}
      {!choice.unit && <UnitsTable counted={counted} nameOf={nameOf} />}
      <p className="second">{t('rules')}</p>
    </OfficePage>
  );
}

export function FiguresScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('figures');
  const held = useHeld(registry);
  return held ? <Figures registry={registry} held={held} /> : <Splash label={t('loading')} />;
}
