import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Aspect } from '../../domain/catalogue/entry.ts';
import type { Unit } from '../../domain/registry/events.ts';
import { useRegistry } from '../ui/device-context.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import './categories.css';
import { useTabletLayout } from './frame.tsx';
import { aspectsOf } from './people.ts';

const ICONS: Record<Aspect, IconName> = {
  subsidy: 'subsidy',
  relief: 'relief',
  money: 'money',
  works: 'works',
  people: 'person',
  poverty: 'poverty',
  family: 'family',
  culture: 'culture',
  discipline: 'discipline',
  government: 'government',
};

/** A group in the words of residents: a village's and the government's differ for some. */
export function useAspectName(): (aspect: Aspect, kind: Unit['kind']) => string {
  const { t } = useTranslation('board');
  return (aspect, kind) => (kind === 'village' ? t(`aspect.${aspect}`) : t(`aspectOffice.${aspect}`));
}

/** Tiles shown on a phone before 'all' is pressed. */
const FIRST = 5;

/** What there is, by subject: one tap each. */
export function Categories({ unit }: { unit: Unit | null }) {
  const { t } = useTranslation('board');
  const registry = useRegistry();
  const nameOf = useAspectName();
  const tablet = useTabletLayout();
  const [all, setAll] = useState(false);
  if (!unit) return null;
  const aspects = aspectsOf(registry, unit.kind);
  if (aspects.length === 0) return null;
  const shown = tablet || all || aspects.length <= FIRST + 1 ? aspects : aspects.slice(0, FIRST);
  return (
    <nav className="categories" aria-label={t('categories')}>
      {shown.map((aspect) => (
        <Link key={aspect} className="category" to={`/b/${unit.id}/c/${aspect}`}>
          <Icon name={ICONS[aspect]} />
          <span>{nameOf(aspect, unit.kind)}</span>
        </Link>
      ))}
      {shown.length < aspects.length && (
        <button type="button" className="category" onClick={() => setAll(true)}>
          <Icon name="list" />
          <span>{t('allCategories')}</span>
        </button>
      )}
    </nav>
  );
}
