/** How wrong a device's clock is, in words. */
import { useTranslation } from 'react-i18next';
import type { clockFault } from '../../domain/kiosk/clock.ts';
import { span } from '../ui/time.ts';

/** `慢了 3 小时`; null: it is right. */
export function useClockWords(fault: ReturnType<typeof clockFault>): string | null {
  const { t } = useTranslation('kiosk');
  const ui = useTranslation('ui').t;
  if (!fault) return null;
  const [n, unit] = span(fault.by);
  return t(`clock.${fault.way}`, { by: ui(`age.${unit}`, { n }) });
}
