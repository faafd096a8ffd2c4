/** Before anything is typed: subjects to press, and the way to one's own name. */
import { useTranslation } from 'react-i18next';
import type { Aspect } from '../../domain/catalogue/entry.ts';
import type { Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { useAspectName } from '../board/categories.tsx';
import { aspectsOf } from '../board/people.ts';
import { Button, ButtonLink } from '../ui/button.tsx';

interface SuggestionsProps {
  unit: string;
  registry: Registry | null;
  kind: Unit['kind'];
  onAspect: (aspect: Aspect) => void;
}

export function Suggestions({ unit, registry, kind, onAspect }: SuggestionsProps) {
  const { t } = useTranslation('find');
  const nameOf = useAspectName();
  return (
    <div className="stack">
      <ButtonLink to={`/b/${unit}/find/me`} kind="main" icon="person">
        {t('me.lists')}
      </ButtonLink>
      <div>
        <h2 className="find-heading">{t('suggestions')}</h2>
        <ul className="find-aspects">
          {aspectsOf(registry, kind).map((aspect) => (
            <li key={aspect}>
              <Button onClick={() => onAspect(aspect)}>{nameOf(aspect, kind)}</Button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
