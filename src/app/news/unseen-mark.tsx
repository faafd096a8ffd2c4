import { useTranslation } from 'react-i18next';
import { Mark } from '../ui/surfaces.tsx';
import { useUnseen } from './use-unseen.ts';

/** Beside a village's name: how many notices are new since its board was last looked at. */
export function UnseenMark({ unit }: { unit: string }) {
  const { t } = useTranslation('news');
  const count = useUnseen()?.get(unit)?.length ?? 0;
  return count > 0 ? <Mark tone="amber">{t('mark', { count })}</Mark> : null;
}
