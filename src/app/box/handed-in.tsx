/** After it is sealed: where it is, and what its fingerprint proves. */
import { useTranslation } from 'react-i18next';
import { Button, Card, Message } from '../ui/index.ts';
import { shortMark, TERM, useWhereabouts } from './box-data.ts';

export function HandedIn({ id, adds, onLeave }: { id: string; adds: boolean; onLeave: () => void }) {
  const { t } = useTranslation('box');
  const where = useWhereabouts(id);
  return (
    <div className="stack">
      <Message
        tone={where === 'refused' ? 'red' : where === 'taken' ? 'green' : 'amber'}
        title={t(adds ? 'done.addTitle' : 'done.title')}
      >
        {where && <p>{t(`done.${where}`)}</p>}
        <p>{t('done.term', { term: TERM })}</p>
      </Message>
      <Card className="stack-tight">
        <h2>{t('done.mark')}</h2>
        <p className="box-mark figures">{shortMark(id)}</p>
        <p className="second">{t('done.markText')}</p>
      </Card>
      <Button kind="main" icon="cross" onClick={onLeave}>
        {t('leave')}
      </Button>
    </div>
  );
}
