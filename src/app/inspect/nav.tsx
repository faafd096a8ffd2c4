/** The four things that whoever inspects does, always in the same place. */
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Viewer } from './viewer.ts';

const WAYS = [
  ['/inspect', 'sights'],
  ['/inspect/rounds', 'rounds'],
  ['/inspect/findings', 'findings'],
  ['/inspect/box', 'box'],
] as const;

export function InspectNav({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('inspect');
  if (!viewer.inspects) return null;
  return (
    <nav className="inspect-nav" aria-label={t('nav.label')}>
      {WAYS.filter(([, way]) => way !== 'box' || viewer.role === 'inspector').map(([to, way]) => (
        <NavLink key={to} to={to} end={to === '/inspect'}>
          {t(`nav.${way}`)}
        </NavLink>
      ))}
    </nav>
  );
}
