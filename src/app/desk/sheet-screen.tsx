/** The key of the township's desk on paper, for the day when the office's devices are lost; and back from paper. */
import { useTranslation } from 'react-i18next';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { OfficePage } from '../office/frame.tsx';
import { RecoverySheet } from '../recovery/recovery-sheet.tsx';
import { useIdentity } from '../ui/index.ts';

export function SheetScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('desk');
  const identity = useIdentity();
  const me = identity ? memberOf(registry, identity.key) : null;
  return (
    <OfficePage title={t('sheet.title')} back={{ to: '/office/desk', label: t('title') }}>
      <RecoverySheet words="desk" desk={TOWNSHIP_UNIT} registry={registry} name={me?.name ?? ''} />
    </OfficePage>
  );
}
