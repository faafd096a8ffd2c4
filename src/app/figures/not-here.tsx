import { useTranslation } from 'react-i18next';
import { Button, Message, useDevice } from '../ui/index.ts';
import type { Held } from './use-figures.ts';

const NAMED = 3;

/** Says of which units nothing has come to this device, so that nobody takes a part for the whole. */
export function NotHere({ notHere }: Pick<Held, 'notHere'>) {
  const { t } = useTranslation('figures');
  const device = useDevice();
  if (notHere.length === 0) return null;
  const names = notHere
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join(t('comma'));
  return (
    <Message
      tone="amber"
      title={t('notHere.title', { names, count: notHere.length })}
      action={<Button onClick={() => void device.contactNow()}>{t('notHere.again')}</Button>}
    >
      {t('notHere.text')}
    </Message>
  );
}
