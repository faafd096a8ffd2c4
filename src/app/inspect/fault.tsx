import { useTranslation } from 'react-i18next';
import { Message } from '../ui/index.ts';
import type { Keeping } from '../ui/use-keeping.ts';

/** Why something was not kept, and what to do. */
export function Fault({ keeping: { fault } }: { keeping: Keeping }) {
  const { t } = useTranslation('inspect');
  if (!fault) return null;
  return (
    <Message tone="red" title={t('fault.title')}>
      {t(`fault.${fault}`)}
    </Message>
  );
}
