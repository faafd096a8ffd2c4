/** Gives what waits here, and the boards: by moving codes or as a file. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import type { MadeBundle } from '../../sync/client/bundles.ts';
import { handOver } from '../sent/to-file.ts';
import { Button, Card, Message, useDevice, useIdentity, useRegistry } from '../ui/index.ts';
import { type Frames, framesOf, MAX_MOVING_BYTES } from './moving-code.ts';

/** Bytes of text in a file, before packing: what a chat or an old phone still takes. */
const FILE_BUDGET = 20_000_000;
/** Codes a second: an old camera sees every one of them. */
const PER_SECOND = 8;
/** Dots of light around a code, and pixels of a dot. */
const BORDER = 2;

function draw(canvas: HTMLCanvasElement, bytes: Uint8Array): void {
  const { size, data } = encode([...bytes], { ecc: 'L', border: BORDER });
  const dot = Math.max(2, Math.floor(720 / size));
  canvas.width = size * dot;
  canvas.height = size * dot;
  const paint = canvas.getContext('2d');
  if (!paint) return;
  paint.fillStyle = '#ffffff';
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.fillStyle = '#000000';
  data.forEach((row, y) => row.forEach((on, x) => on && paint.fillRect(x * dot, y * dot, dot, dot)));
}

function MovingCode({ frames, onStop }: { frames: Frames; onStop: () => void }) {
  const { t } = useTranslation('carry');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [n, setN] = useState(0);
  useEffect(() => {
    const show = (): void => {
      if (canvas.current) draw(canvas.current, frames.next());
      setN((before) => before + 1);
    };
    show();
    const timer = setInterval(show, 1000 / PER_SECOND);
    return () => clearInterval(timer);
  }, [frames]);
  const seconds = Math.ceil(frames.pieces / PER_SECOND);
  return (
    <div className="carry-code">
      <p>{t('code.lead', { pieces: frames.pieces, seconds })}</p>
      <canvas ref={canvas} aria-hidden="true" data-shown={n} />
      <Button kind="main" onClick={onStop}>
        {t('code.stop')}
      </Button>
    </div>
  );
}

/** Items that any device may carry. */
function useWaiting(): number {
  const { db } = useDevice();
  return (
    useLiveQuery(
      () =>
        db.outbox
          .where('phase')
          .anyOf('waiting', 'refused')
          .and((row) => /\/(public|desk|box)$/.test(row.stream))
          .count(),
      [db],
    ) ?? 0
  );
}

/** Own unit first, then the township, then the others. */
function useUnits(): string[] {
  const unit = useIdentity()?.unit ?? '';
  const units = Object.keys(useRegistry()?.units ?? {});
  const rank = (id: string): number => (id === unit ? 0 : id === 'township' ? 1 : 2);
  return units.sort((one, other) => rank(one) - rank(other));
}

/** @param onShow told when moving codes are shown, and no longer. */
export function Give({ onShow }: { onShow: (shows: boolean) => void }) {
  const { t } = useTranslation('carry');
  const device = useDevice();
  const waiting = useWaiting();
  const units = useUnits();
  const [busy, setBusy] = useState(false);
  const [frames, setFrames] = useState<Frames | null>(null);
  const [made, setMade] = useState<MadeBundle | null>(null);
  const [fault, setFault] = useState<'none' | 'tooMuch' | null>(null);

  const make = async (wanted: string[] | null, budget: number): Promise<MadeBundle | null> => {
    setBusy(true);
    setFault(null);
    setMade(null);
    const bundle = await device.makeBundle({ units: wanted, budget }).catch(() => null);
    setBusy(false);
    if (!bundle) setFault('none');
    return bundle;
  };
  const show = async (): Promise<void> => {
    const bundle = await make(null, MAX_MOVING_BYTES);
    if (!bundle) return;
    if (bundle.bytes.length > MAX_MOVING_BYTES) setFault('tooMuch');
    else {
      setFrames(framesOf(bundle.bytes));
      onShow(true);
    }
  };
  const save = async (): Promise<void> => {
    const bundle = await make(units, FILE_BUDGET);
    if (!bundle) return;
    setMade(bundle);
    const blob = new Blob([bundle.bytes as BlobPart], { type: 'application/gzip' });
    await handOver(blob, `${t('give.name')}.gkl`);
  };
  const stop = (): void => {
    setFrames(null);
    onShow(false);
  };
  if (frames) return <MovingCode frames={frames} onStop={stop} />;
  return (
    <Card className="stack">
      <h2>{t('give.title')}</h2>
      <p>{waiting > 0 ? t('give.waiting', { count: waiting }) : t('give.nothing')}</p>
      {waiting > 0 && (
        <div className="carry-door">
          <Button kind="main" icon="qr" busy={busy} onClick={() => void show()}>
            {t('give.code')}
          </Button>
          <p className="second">{t('give.codeLead')}</p>
        </div>
      )}
      <div className="carry-door">
        <Button icon="save" busy={busy} onClick={() => void save()}>
          {t(busy ? 'give.making' : 'give.file')}
        </Button>
        <p className="second">{t('give.fileLead')}</p>
      </div>
      {fault && <Message tone="amber" title={t(`give.${fault}`)} />}
      {made && (
        <Message
          tone="green"
          title={t('give.made', { boards: made.boards, items: made.items, files: made.files })}
        >
          {made.left > 0 && t('give.left', { n: made.left })}
        </Message>
      )}
    </Card>
  );
}
