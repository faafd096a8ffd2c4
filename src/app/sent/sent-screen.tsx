/** The outbox, told as it is: every item with its steps, each proved by itself. Counted from the table. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink, Empty, Screen, Splash, useDevice, useOutboxCount } from '../ui/index.ts';
import { useSurroundings } from './outbox-ladder.tsx';
import { SentItem } from './sent-item.tsx';
import './sent.css';

function TryAll() {
  const { t } = useTranslation('sent');
  const device = useDevice();
  const [busy, setBusy] = useState(false);
  const tryAll = async (): Promise<void> => {
    setBusy(true);
    await device.retry();
    await device.contactNow();
    setBusy(false);
  };
  return (
    <Button icon="refresh" busy={busy} onClick={() => void tryAll()}>
      {t(busy ? 'trying' : 'tryAll')}
    </Button>
  );
}

export function SentScreen() {
  const { t } = useTranslation('sent');
  const { db } = useDevice();
  // Who handed something in under a receipt code on his own phone is not told so by its list of what was sent.
  const rows = useLiveQuery(
    () =>
      db.outbox
        .orderBy('seq')
        .reverse()
        .filter(({ type }) => type !== 'envelope.sealed')
        .toArray(),
    [db],
  );
  const unsent = useOutboxCount();
  const { around, words } = useSurroundings();
  const count = unsent > 0 ? t(words.computer ? 'unsentComputer' : 'unsent', { n: unsent }) : t('allSent');
  return (
    <Screen title={t('title')} aside={rows && rows.length > 0 ? count : undefined}>
      {rows === undefined && <Splash />}
      {rows?.length === 0 && (
        <Empty
          icon="send"
          title={t('empty.title')}
          action={
            <ButtonLink kind="main" to="/write">
              {t('empty.write')}
            </ButtonLink>
          }
        >
          {t('empty.text')}
        </Empty>
      )}
      <div className="stack">
        {unsent > 1 && <TryAll />}
        {rows?.map((row) => (
          <SentItem key={row.id} row={row} around={around} words={words} />
        ))}
      </div>
    </Screen>
  );
}
