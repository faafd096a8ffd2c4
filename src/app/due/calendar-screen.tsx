/** `/due/calendar`: what my units have due. `/office/calendar` is the same over all units. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { postsFor } from '../../domain/registry/rights.ts';
import { Empty, Screen, Splash, useIdentity, useRegistry } from '../ui/index.ts';
import { CalendarView } from './calendar-view.tsx';

/** For who posts: his own units. */
export function CalendarScreen() {
  const { t } = useTranslation('due');
  const identity = useIdentity();
  const registry = useRegistry();
  const units = useMemo(
    () => (identity && registry ? postsFor(registry, identity.key) : []),
    [identity, registry],
  );
  if (identity === undefined || registry === undefined) return <Splash />;
  return (
    <Screen title={t('calendar.title')} back="/due">
      {registry && units.length > 0 ? (
        <CalendarView registry={registry} units={units} at="/due/calendar" />
      ) : (
        <Empty icon="calendar" title={t('notMine.title')}>
          {t('notMine.text')}
        </Empty>
      )}
    </Screen>
  );
}
