/** The sheet itself: whose board it is, the code, three pictures, in plain words. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place, Unit } from '../../domain/registry/events.ts';
import { useBoardTitle } from '../board/board-screen.tsx';
import { POSTER_QUERY } from '../plain-page.ts';
import { Qr } from '../ui/qr.tsx';
import { Picture } from './pictures.tsx';

export type PaperSize = 'A4' | 'A3';

/** Where the code leads: the board's public page, with the place whose poster it is, so that scans can be counted. */
export const posterAddress = (origin: string, unit: string, place: string | null): string =>
  `${origin}/b/${unit}${place === null ? '' : `?${POSTER_QUERY}=${place}`}`;

const STEPS = ['open', 'aim', 'read'] as const;

export function Poster({
  unit,
  place,
  size,
  origin,
}: {
  unit: Unit;
  place: Place | null;
  size: PaperSize;
  origin: string;
}) {
  const { t } = useTranslation('poster');
  const title = useBoardTitle(unit);
  useEffect(() => {
    // Printed alone, without what the app has around it.
    const { dataset } = document.documentElement;
    dataset.poster = size;
    return () => void delete dataset.poster;
  }, [size]);
  return (
    <section className={`poster poster-${size.toLowerCase()}`} aria-label={title}>
      <p className="poster-head serif">{title}</p>
      <p className="poster-say serif">{t('scan')}</p>
      <div className="poster-code">
        <Qr text={posterAddress(origin, unit.id, place?.id ?? null)} label={t('code', { name: unit.name })} />
      </div>
      <ol className="poster-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <Picture name={step} label={t(`pictures.${step}`)} />
            <span>{t(`steps.${step}`)}</span>
          </li>
        ))}
      </ol>
      <p className="poster-free">{t('free')}</p>
      <p className="poster-address">{t('address', { address: posterAddress(origin, unit.id, null) })}</p>
      {place && <p className="poster-place">{place.name}</p>}
    </section>
  );
}
