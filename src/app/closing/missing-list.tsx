/** What of the year was due and never told, by unit; seen before the year is closed. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DueItem } from '../../domain/due/judge.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { Card, Message } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';

function Items({ items }: { items: DueItem[] }) {
  const { t, i18n } = useTranslation('closing');
  const when = useWhen();
  return (
    <ul className="closing-items">
      {items.map(({ entry, period, due }) => (
        <li key={`${entry.id} ${period.id}`}>
          {t('missing.item', {
            name: entry.name,
            period: i18n.language === 'en' ? period.id : period.name,
            day: when.fullDay(`${due}T12:00:00+08:00`),
          })}
        </li>
      ))}
    </ul>
  );
}

export function MissingList({
  registry,
  year,
  missing,
  count,
}: {
  registry: Registry;
  year: number;
  missing: Map<string, DueItem[]>;
  count: number;
}) {
  const { t } = useTranslation('closing');
  if (count === 0) return <Message tone="green" title={t('missing.none')} />;
  return (
    <Card tone="amber" className="stack">
      <h2>{t('missing.title', { n: count })}</h2>
      <p>{t('missing.text')}</p>
      {[...missing].map(([unit, items]) => (
        <details key={unit} open={missing.size === 1}>
          <summary>
            {t('missing.unit', { name: registry.units[unit]?.name ?? unit, n: items.length })}
          </summary>
          <Items items={items} />
        </details>
      ))}
      <p>
        <Link to={`/office/calendar?view=year&year=${year}`}>{t('missing.calendar')}</Link>
      </p>
    </Card>
  );
}
