/**
 * The camera inside the page. A picture goes from the lens into memory: no camera app takes it, no file is written, and
 * so none stays behind in an album or a browser's folder.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Message } from '../ui/index.ts';

/** Whether this browser gives a page the camera. */
export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

/** Pixels of the longer side that is asked for; enough to read a page. */
const WIDTH = 1920;
const QUALITY = 0.95;

const pictureOf = (video: HTMLVideoElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
};

function useStream() {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<'opening' | 'open' | 'none'>('opening');
  useEffect(() => {
    let stream: MediaStream | null = null;
    let gone = false;
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    const show = (opened: MediaStream): void => {
      stream = opened;
      if (gone || !video.current) return stop();
      video.current.srcObject = opened;
      setState('open');
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: WIDTH } } })
      .then(show)
      .catch(() => setState('none'));
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return { video, state };
}

export function Camera({ onPicture, onClose }: { onPicture: (picture: Blob) => void; onClose: () => void }) {
  const { t } = useTranslation('box');
  const { video, state } = useStream();
  const take = async (): Promise<void> => {
    const picture = video.current && (await pictureOf(video.current));
    if (picture) onPicture(picture);
  };
  if (state === 'none')
    return (
      <Message
        tone="amber"
        title={t('photos.none')}
        action={<Button onClick={onClose}>{t('photos.close')}</Button>}
      />
    );
  return (
    <div className="box-camera">
      <video ref={video} autoPlay playsInline muted />
      <div className="box-doors">
        <Button kind="main" icon="camera" disabled={state !== 'open'} onClick={() => void take()}>
          {t('photos.take')}
        </Button>
        <Button onClick={onClose}>{t('photos.close')}</Button>
      </div>
    </div>
  );
}
