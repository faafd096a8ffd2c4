/** What of a closed year was published or changed since. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { type AfterClosing, afterClosing } from '../../domain/closing/after.ts';
import { Card, Mark, Message } from '../ui/index.ts';
import type { Year } from './closing-screen.tsx';

interface Touched {
  unit: string;
  notice: LightNotice;
  after: AfterClosing;
}

const touchedIn = ({ registry, year, held }: Omit<Year, 'today'>): Touched[] =>
  held.units.flatMap(({ id }) =>
    (held.boards.get(id) ?? []).flatMap((notice) => {
      const after = afterClosing(registry.closings, notice);
      return after?.year === year ? [{ unit: id, notice, after }] : [];
    }),
  );

export function AfterList({ registry, year, held }: Year) {
  const { t } = useTranslation('closing');
  const touched = useMemo(() => touchedIn({ registry, year, held }), [registry, year, held]);
  if (touched.length === 0) return <Message tone="green" title={t('after.none')} />;
  return (
    <Card className="stack">
      <h2>{t('after.title', { n: touched.length })}</h2>
      <ul className="closing-after">
        {touched.map(({ unit, notice, after }) => (
          <li key={notice.id}>
            <Link to={`/b/${unit}/n/${notice.id}`}>{notice.title}</Link>{' '}
            <span className="second">{registry.units[unit]?.name ?? unit}</span>{' '}
            <Mark tone="red">{t(`after.${after.what}`)}</Mark>
          </li>
        ))}
      </ul>
    </Card>
  );
}
