/** What of photos and files this device keeps, and what a tablet fetches by itself: counted from the table. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { FETCH_BUDGET } from '../../domain/attachment/budget.ts';
import { useDevice } from '../ui/device-context.tsx';
import { fileSize } from '../ui/file-mark.tsx';
import { Card } from '../ui/surfaces.tsx';

export function KeptFiles() {
  const { t } = useTranslation('me');
  const { db } = useDevice();
  const kept = useLiveQuery(async () => {
    let [count, bytes] = [0, 0];
    await db.blobs.each((row) => {
      count += 1;
      bytes += row.bytes.size;
    });
    return { count, bytes };
  }, [db]);
  if (!kept) return null;
  const { photos, attachments } = FETCH_BUDGET;
  return (
    <Card>
      <h2 className="me-heading">{t('files.title')}</h2>
      <p>{t('files.kept', { n: kept.count, size: fileSize(kept.bytes) })}</p>
      <p className="second">
        {t('files.budget', { photos: fileSize(photos), attachments: fileSize(attachments) })}
      </p>
    </Card>
  );
}
