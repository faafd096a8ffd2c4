/** Why the server did not do what was asked. */
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/index.ts';

export function Problem({ code }: { code: string | null }) {
  const { t } = useTranslation('messages');
  if (code === null) return null;
  return (
    <Message tone="red" title={t('problem.title')}>
      {t(code === 'no-network' ? 'problem.no-network' : 'problem.other')}
    </Message>
  );
}
