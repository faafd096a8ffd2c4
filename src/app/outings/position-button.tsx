/** Notes where the phone is, when its holder presses, and at no other time. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutingMade } from '../../domain/outing/events.ts';
import { Button } from '../ui/index.ts';

type Position = OutingMade['position'];

/** Wait for the satellites, ms. */
const TIMEOUT_MS = 30_000;
/** 10⁻⁵ degrees are about a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;

export function PositionButton({
  position,
  onPosition,
}: {
  position: Position;
  onPosition: (position: Position) => void;
}) {
  const { t } = useTranslation('outings');
  const [state, setState] = useState<'idle' | 'finding' | 'failed'>('idle');
  if (!('geolocation' in navigator)) return null;
  const find = (): void => {
    setState('finding');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords;
        setState('idle');
        onPosition({
          latitude: rounded(latitude),
          longitude: rounded(longitude),
          accuracy: Math.min(100_000, Math.round(accuracy)),
        });
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: TIMEOUT_MS },
    );
  };
  const said = position ? t('paper.positionDone', { metres: position.accuracy }) : t('paper.positionHint');
  return (
    <div>
      <Button kind="quiet" busy={state === 'finding'} onClick={find}>
        {t('paper.position')}
      </Button>
      <p className="second" aria-live="polite">
        {state === 'finding' && t('paper.positionFinding')}
        {state === 'failed' && t('paper.positionFailed')}
        {state === 'idle' && said}
      </p>
    </div>
  );
}
