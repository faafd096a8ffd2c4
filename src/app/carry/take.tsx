/** Takes in what somebody brought, and says what came of it. */
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakeFault, TakenBundle } from '../../sync/client/bundles.ts';
import { handOver } from '../sent/to-file.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Card, Message, Splash, useDevice, useRegistry } from '../ui/index.ts';

/** With the reader of codes, which is large. */
const Scanner = lazy(async () => ({ default: (await import('./scanner.tsx')).Scanner }));

function Evidence() {
  const { t } = useTranslation('carry');
  const device = useDevice();
  const save = async (): Promise<void> => {
    const files = await device.forks();
    const blob = new Blob([`${JSON.stringify(files[files.length - 1] ?? null, null, 2)}\n`], {
      type: 'application/json',
    });
    await handOver(blob, 'gongkailan-fork.json');
  };
  return (
    <Message
      tone="red"
      title={t('take.contradiction')}
      action={
        <Button icon="save" onClick={() => void save()}>
          {t('take.evidence')}
        </Button>
      }
    />
  );
}

function Taken({ taken }: { taken: TakenBundle }) {
  const { t } = useTranslation('carry');
  const registry = useRegistry();
  const names = taken.boards.map((unit) => registry?.units[unit]?.name ?? unit).join('、');
  const nothing = taken.boards.length + taken.carried + taken.refused.length === 0;
  return (
    <>
      {taken.contradictions.length > 0 && <Evidence />}
      <Message tone="green" title={t('take.done')}>
        <ul className="carry-list">
          {names && <li>{t('take.boards', { names })}</li>}
          {taken.carried > 0 && <li>{t('take.carried', { count: taken.carried })}</li>}
          {taken.known > 0 && <li>{t('take.known', { count: taken.known })}</li>}
          {nothing && taken.known === 0 && <li>{t('take.nothing')}</li>}
        </ul>
      </Message>
      {taken.refused.length > 0 && (
        <Message tone="amber" title={t('take.refused')}>
          <ul className="carry-list">
            {taken.refused.map(({ title, code }, at) => (
              <li key={`${code}${at}`}>
                {title}（{t(`refusal.${code}`)}）
              </li>
            ))}
          </ul>
        </Message>
      )}
    </>
  );
}

/** @param onScan told when the camera looks, and no longer. */
export function Take({ onScan }: { onScan: (scans: boolean) => void }) {
  const { t } = useTranslation('carry');
  const device = useDevice();
  const [scanning, setScanning] = useState(false);
  const scan = (on: boolean): void => {
    setScanning(on);
    onScan(on);
  };
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<TakenBundle | null>(null);
  const [fault, setFault] = useState<TakeFault | null>(null);
  const take = async (bytes: Uint8Array): Promise<void> => {
    scan(false);
    setBusy(true);
    setFault(null);
    setTaken(null);
    const end = await device.takeBundle(bytes);
    setBusy(false);
    if (end.ok) setTaken(end.value);
    else setFault(end.code);
  };
  if (scanning)
    return (
      <Suspense fallback={<Splash label={t('loading')} />}>
        <Scanner onWhole={(bytes) => void take(bytes)} onStop={() => scan(false)} />
      </Suspense>
    );
  return (
    <Card className="stack">
      <h2>{t('take.title')}</h2>
      <div className="carry-doors">
        <Button kind="main" icon="camera" busy={busy} onClick={() => scan(true)}>
          {t(busy ? 'take.taking' : 'take.scan')}
        </Button>
        <FileButton
          icon="save"
          label={t('take.file')}
          onFiles={([file]) => void file.arrayBuffer().then((bytes) => take(new Uint8Array(bytes)))}
        />
      </div>
      {fault && <Message tone="amber" title={t(`fault.${fault}`)} />}
      <div aria-live="polite">{taken && <Taken taken={taken} />}</div>
    </Card>
  );
}
