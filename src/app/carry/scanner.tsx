/** Reads moving codes by the camera, until all pieces are there. */
import jsqr from 'jsqr';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Message, Progress } from '../ui/index.ts';
import { FrameReader, type Reading } from './moving-code.ts';

/** The package's one function stands as `default` in a module of the older kind. */
const readCode =
  (jsqr as unknown as { default?: typeof jsqr.default }).default ?? (jsqr as unknown as typeof jsqr.default);

/** Most pixels of the side that is looked at. The camera's own are taken where they are fewer: made smaller, dots run together. */
const MOST = 900;

/** The middle of the picture, as a square. */
function squareOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const { videoWidth: width, videoHeight: height } = video;
  const edge = Math.min(width, height);
  const paint = canvas.getContext('2d', { willReadFrequently: true });
  if (edge === 0 || !paint) return null;
  const side = Math.min(edge, MOST);
  canvas.width = side;
  canvas.height = side;
  paint.drawImage(video, (width - edge) / 2, (height - edge) / 2, edge, edge, 0, 0, side, side);
  return paint.getImageData(0, 0, side, side);
}

function useReading(onWhole: (bytes: Uint8Array) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'open' | 'none'>('opening');
  const [reading, setReading] = useState<Reading | null>(null);
  const done = useRef(onWhole);
  useEffect(() => {
    done.current = onWhole;
  });
  useEffect(() => {
    const reader = new FrameReader();
    const canvas = document.createElement('canvas');
    let stream: MediaStream | null = null;
    let frame = 0;
    let gone = false;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    const look = (): void => {
      const square = video.current && squareOf(video.current, canvas);
      const code =
        square && readCode(square.data, square.width, square.height, { inversionAttempts: 'dontInvert' });
      const read = code && reader.take(Uint8Array.from(code.binaryData));
      if (read) setReading(read);
      if (read?.whole) return done.current(read.whole);
      frame = requestAnimationFrame(look);
    };
    const camera = navigator.mediaDevices as MediaDevices | undefined;
    const asked = camera
      ? camera.getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } } })
      : Promise.reject(new Error('no camera'));
    const show = (opened: MediaStream): void => {
      stream = opened;
      if (gone || !video.current) return stop();
      video.current.srcObject = opened;
      setState('open');
      frame = requestAnimationFrame(look);
    };
    asked.then(show).catch(() => gone || setState('none'));
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
      stop();
    };
  }, []);
  return { video, state, reading };
}

export function Scanner({ onWhole, onStop }: { onWhole: (bytes: Uint8Array) => void; onStop: () => void }) {
  const { t } = useTranslation('carry');
  const { video, state, reading } = useReading(onWhole);
  const got = reading?.got ?? 0;
  const of = reading?.of ?? 0;
  if (state === 'none')
    return (
      <Message
        tone="amber"
        title={t('take.noCamera')}
        action={<Button onClick={onStop}>{t('back')}</Button>}
      />
    );
  return (
    <div className="carry-camera">
      <video ref={video} autoPlay playsInline muted />
      <output>
        {state === 'opening' ? t('take.opening') : t('take.scanning', { got, of: of === 0 ? '—' : of })}
      </output>
      {of > 0 && <Progress value={got} max={of} label={t('take.scanning', { got, of })} />}
      <Button onClick={onStop}>{t('take.stop')}</Button>
    </div>
  );
}
