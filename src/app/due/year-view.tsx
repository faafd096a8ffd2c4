/** A year: twelve months at a glance, and where there are several units, units by months. Each number opens its month. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Counts, YearMonth } from '../../domain/due/month.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';

/** Complete, something missing, still to come, nothing due. */
type Stand = 'full' | 'missing' | 'coming' | 'none';

const standOf = ({ all, done, missing }: Counts): Stand =>
  all === 0 ? 'none' : missing > 0 ? 'missing' : done === all ? 'full' : 'coming';

function useCountsText(): (counts: Counts) => string {
  const { t } = useTranslation('due');
  return (counts) => {
    const stand = standOf(counts);
    if (stand === 'none') return t('year.none');
    if (stand === 'missing') return t('year.missing', { n: counts.missing });
    return t(stand === 'full' ? 'year.full' : 'year.coming', { n: counts.all - counts.done });
  };
}

const numberOf = ({ month }: YearMonth): number => Number(month.first.slice(5, 7));

interface Shown {
  months: YearMonth[];
  units: string[];
  registry: Registry;
  at: string;
  today: LocalDate;
}

function Months({ months, at, today }: Shown) {
  const { t } = useTranslation('due');
  const text = useCountsText();
  return (
    <ol className="year-months">
      {months.map((one) => (
        <li key={one.month.id}>
          <Link
            className={`card year-month year-${standOf(one)}`}
            to={`${at}?view=month&month=${one.month.id}`}
            aria-current={one.month.id === today.slice(0, 7) ? 'date' : undefined}
          >
            <strong className="serif">{t('year.month', { n: numberOf(one) })}</strong>
            <span className="year-figure figures">{one.all === 0 ? '—' : `${one.done}/${one.all}`}</span>
            <span>{text(one)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}

function Units({ months, units, registry, at }: Shown) {
  const { t } = useTranslation('due');
  const text = useCountsText();
  const none: Counts = { all: 0, done: 0, missing: 0 };
  return (
    <div className="year-wide">
      <table className="year-table figures" aria-label={t('year.units')}>
        <thead>
          <tr>
            <th scope="col">{t('year.unit')}</th>
            {months.map((one) => (
              <th key={one.month.id} scope="col">
                {t('year.month', { n: numberOf(one) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => {
            const name = registry.units[unit]?.name ?? unit;
            return (
              <tr key={unit}>
                <th scope="row">{name}</th>
                {months.map((one) => {
                  const counts = one.units.get(unit) ?? none;
                  const said = t('year.cell', {
                    unit: name,
                    month: t('year.month', { n: numberOf(one) }),
                    state: text(counts),
                  });
                  const figure = counts.all === 0 ? '—' : `${counts.done}/${counts.all}`;
                  return (
                    <td key={one.month.id} className={`year-cell year-${standOf(counts)}`}>
                      <Link to={`${at}?view=month&month=${one.month.id}`} aria-label={`${figure} ${said}`}>
                        {figure}
                      </Link>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function YearView(shown: Shown) {
  const { t } = useTranslation('due');
  return (
    <>
      <Months {...shown} />
      {shown.units.length > 1 && <Units {...shown} />}
      <p className="second">{t('year.note')}</p>
    </>
  );
}
