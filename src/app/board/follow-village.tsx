/** On one's own phone: villages that a person follows open without a network next time. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { CHOSEN, getMeta } from '../../store/device/meta.ts';
import { AskNewsLater } from '../news/later.tsx';
import { Button } from '../ui/button.tsx';
import { useDevice } from '../ui/device-context.tsx';

/** Ids of the villages followed; undefined while they are being read. */
export function useChosen(): string[] | undefined {
  const { db } = useDevice();
  return useLiveQuery(async () => (await getMeta<string[]>(db, CHOSEN)) ?? [], [db]);
}

export function FollowVillage({ unit }: { unit: string }) {
  const { t } = useTranslation('board');
  const device = useDevice();
  const chosen = useChosen();
  if (chosen === undefined) return null;
  const follows = chosen.includes(unit);
  return (
    <>
      <Button icon={follows ? 'cross' : 'plus'} onClick={() => void device.choose(unit, !follows)}>
        {t(follows ? 'followed.stop' : 'followed.start')}
      </Button>
      <p className="second" aria-live="polite">
        {follows && t('followed.text')}
      </p>
      {follows && <AskNewsLater />}
    </>
  );
}
