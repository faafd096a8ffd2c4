/** What is published when there is an occasion: what it is, and when it was published last. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Occasion } from '../../domain/due/deadlines.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { useWhen } from '../ui/use-when.ts';

export function Occasions({ occasions, registry }: { occasions: Occasion[]; registry: Registry }) {
  const { t } = useTranslation('due');
  const when = useWhen();
  if (occasions.length === 0) return null;
  return (
    <section className="calendar-list">
      <h2 className="calendar-part">{t('list.occasions')}</h2>
      <ul className="calendar-occasions">
        {occasions.map(({ entry, last }) => (
          <li key={entry.id}>
            <strong>{entry.name}</strong>
            <p className="second">{t('list.when', { occasion: entry.due.occasion })}</p>
            {last ? (
              <Link className="calendar-link" to={`/b/${last.unit}/n/${last.id}`}>
                {t('list.last', {
                  day: when.fullDay(`${last.day}T12:00:00+08:00`),
                  unit: registry.units[last.unit]?.name ?? last.unit,
                })}
              </Link>
            ) : (
              <p className="second">{t('list.never')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
