/** The key of the box on paper, for the day when every device is lost; and back from paper. */
import { useTranslation } from 'react-i18next';
import { INSPECTOR_DESK } from '../../../domain/desk/events.ts';
import { RecoverySheet } from '../../recovery/recovery-sheet.tsx';
import { Screen } from '../../ui/index.ts';
import type { Inspector } from './inspector-data.ts';

export function SheetScreen({ inspector: { registry, name } }: { inspector: Inspector }) {
  const { t } = useTranslation('inspector');
  return (
    <Screen title={t('sheet.title')} back="/inspect/box">
      <RecoverySheet words="inspector" desk={INSPECTOR_DESK} registry={registry} name={name} />
    </Screen>
  );
}
