/** 'In its publicity period', before the newest: what can still be objected to, and until when. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InPublicity as One } from '../../domain/board/in-publicity.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/surfaces.tsx';
import './in-publicity.css';

/** Shown before 'all' is pressed. */
const FIRST = 3;

export function InPublicity({ unit, found }: { unit: string; found: One[] }) {
  const { t } = useTranslation('board');
  const [all, setAll] = useState(false);
  if (found.length === 0) return null;
  const whole = all || found.length <= FIRST + 1;
  return (
    <section className="card in-publicity" aria-label={t('inPublicity.title')}>
      <h2>{t('inPublicity.title')}</h2>
      <ul>
        {(whole ? found : found.slice(0, FIRST)).map(({ notice, period }) => (
          <li key={notice.id}>
            <Link className="in-publicity-link" to={`/b/${unit}/n/${notice.id}`}>
              <span className="in-publicity-title">{notice.title}</span>
              <Mark tone="amber">
                {t(period.state === 'ended' ? 'publicity.ended' : 'inPublicity.left', {
                  count: period.daysLeft,
                })}
              </Mark>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
      {!whole && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('inPublicity.all', { count: found.length })}
        </Button>
      )}
    </section>
  );
}
