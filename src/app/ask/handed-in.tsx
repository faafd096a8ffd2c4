/** After it was sealed: the receipt code, and whether it has left this device. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { CodeShown } from '../receipt/code-shown.tsx';
import { Button, Message, useDevice } from '../ui/index.ts';

export function HandedIn({ code, id, onDone }: { code: string; id: string; onDone: () => void }) {
  const { t } = useTranslation('ask');
  const { db } = useDevice();
  const row = useLiveQuery(async () => (await db.outbox.where('id').equals(id).first()) ?? null, [db, id]);
  const where = row === null ? 'taken' : row?.phase === 'refused' ? 'refused' : 'waiting';
  return (
    <div className="stack">
      {row !== undefined && (
        <Message
          tone={where === 'taken' ? 'green' : where === 'refused' ? 'red' : 'amber'}
          title={t(`done.${where}`)}
        >
          {t(`done.${where}Text`)}
        </Message>
      )}
      <CodeShown code={code} what={t('done.what')} />
      <Button kind="main" icon="check" onClick={onDone}>
        {t('done.finish')}
      </Button>
    </div>
  );
}
