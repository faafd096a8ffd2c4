/** Asks before an item goes, and says what is lost with it: all, its photos, or nothing. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../store/device/db.ts';
import { Button, Confirm, useDevice } from '../ui/index.ts';
import { isUnsent } from './standing.ts';

export function DeleteItem({ row }: { row: OutboxRow }) {
  const { t } = useTranslation('sent');
  const device = useDevice();
  const [open, setOpen] = useState(false);
  const photos = row.files.filter((file) => file.receipt === null).length;
  const loss = isUnsent(row) ? 'unsent' : photos > 0 ? 'photos' : 'done';
  const done = loss === 'done';
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t(done ? 'ask.confirmDone' : 'remove')}
      </Button>
      <Confirm
        open={open}
        title={t(`ask.${loss}Title`)}
        confirm={t(done ? 'ask.confirmDone' : 'ask.confirm')}
        cancel={t('ask.cancel')}
        danger={!done}
        onCancel={() => setOpen(false)}
        onConfirm={() => {
          setOpen(false);
          void device.deleteItem(row.id);
        }}
      >
        <p>{t(`ask.${loss}Text`, { title: row.title, photos })}</p>
      </Confirm>
    </>
  );
}
