/** The way to the report box, with what it has received, answered and owes. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BOX_FIGURES, type BoxFigures } from '../../sync/client/box-figures.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useDevice } from '../ui/device-context.tsx';
import { useWhen } from '../ui/use-when.ts';

/** What the box has received, answered and owes; null: not told yet; undefined: being read. */
export function useBoxFigures(): BoxFigures | null | undefined {
  const { db } = useDevice();
  return useLiveQuery(
    async () => ((await db.meta.get(BOX_FIGURES))?.value as BoxFigures | undefined) ?? null,
    [db],
  );
}

export function BoxLink({ figures }: { figures: BoxFigures | null }) {
  const { t } = useTranslation('ui');
  const device = useDevice();
  const when = useWhen();
  useEffect(() => {
    void device.refreshBox();
  }, [device]);
  return (
    <div className="stack-tight">
      <ButtonLink to="/box" icon="letter">
        {t('box.link')}
      </ButtonLink>
      {figures && (
        <p className="second">
          {t('box.figures', { ...figures, day: when.day(Date.parse(figures.until) - 1) })}
        </p>
      )}
    </div>
  );
}
