/** The line on a cadre's own screens that says what is his this week, and leads there. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIdentity } from '../ui/device-context.tsx';
import type { Counted } from '../due/counted.tsx';
import { Icon } from '../ui/icon.tsx';
import './mine-line.css';

/** Draws nothing for visitors, on tablets, and where nothing is due. */
export function MineLine() {
  const { t } = useTranslation('board');
  const kind = useIdentity()?.kind;
  const [Count, setCount] = useState<{ part: typeof Counted } | null>(null);
  const writes = kind === 'phone' || kind === 'office';
  useEffect(() => {
    if (!writes) return undefined;
    let gone = false;
    import('../due/counted.tsx').then(
      (loaded) => gone || setCount({ part: loaded.Counted }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [writes]);
  if (!writes || !Count) return null;
  return (
    <Count.part>
      {({ late, soon }) => (
        <Link className={`mine-line card ${late > 0 ? 'card-red' : 'card-amber'}`} to="/due">
          <Icon name="calendar" />
          <span>
            <strong>{t('mine.title', { count: late + soon })}</strong>
            {late > 0 && <span className="mine-late">{t('mine.late', { count: late })}</span>}
          </span>
          <Icon name="next" />
        </Link>
      )}
    </Count.part>
  );
}
