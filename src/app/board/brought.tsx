/** What somebody brought by hand: signed and checked, but not confirmed by the township yet (sync/client/bundles.ts). */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { broughtNotices } from '../../store/device/outbox.ts';
import { useDevice } from '../ui/device-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/surfaces.tsx';
import './in-publicity.css';

export interface Brought {
  id: string;
  title: string;
}

/** Carried notices of a unit. Undefined: being read. */
export function useBrought(unit: string): Brought[] | undefined {
  const { db } = useDevice();
  return useLiveQuery(
    async () => (await broughtNotices(db, unit)).map(({ id, title }) => ({ id, title })),
    [db, unit],
  );
}

export function BroughtBlock({ brought }: { brought: Brought[] }) {
  const { t } = useTranslation('board');
  if (brought.length === 0) return null;
  return (
    <section className="card in-publicity" aria-label={t('brought.title')}>
      <h2>{t('brought.title')}</h2>
      <ul>
        {brought.map(({ id, title }) => (
          <li key={id}>
            <Link className="in-publicity-link" to={`/carry/n/${id}`}>
              <span className="in-publicity-title">{title}</span>
              <Mark tone="amber">{t('brought.mark')}</Mark>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
