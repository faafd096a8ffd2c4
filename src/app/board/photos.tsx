import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Photo as PhotoContent } from '../../domain/notice/events.ts';
import { Button } from '../ui/button.tsx';
import { Photo } from '../ui/media.tsx';
import './photos.css';

/** One photo over the whole screen; any tap, or Escape, closes it. */
function Enlarged({ photo, name, close }: { photo: PhotoContent; name: string; close: () => void }) {
  const { t } = useTranslation('board');
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    button.current?.querySelector('button')?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
      // The one button is all that the keyboard can reach here.
      if (event.key === 'Tab') event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [close]);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- Safari 14 does not know <dialog>.
    <div className="enlarged" role="dialog" aria-modal="true" aria-label={name}>
      <div className="enlarged-photo">
        <Photo hash={photo.hash} alt={name} width={photo.width} height={photo.height} />
      </div>
      <div className="enlarged-foot" ref={button}>
        <p>{photo.caption}</p>
        <Button onClick={close}>{t('photo.close')}</Button>
      </div>
    </div>
  );
}

/** The photos of a notice, with their captions; a tap makes one large. */
export function Photos({ photos }: { photos: PhotoContent[] }) {
  const { t } = useTranslation('board');
  const [open, setOpen] = useState<number | null>(null);
  if (photos.length === 0) return null;
  const nameOf = (index: number): string => photos[index]?.caption || t('photo.name', { n: index + 1 });
  const large = open === null ? undefined : photos[open];
  return (
    <div className="notice-photos">
      {photos.map((photo, index) => (
        <figure key={photo.hash + String(index)}>
          <button
            type="button"
            className="notice-photo"
            aria-label={t('photo.enlarge', { name: nameOf(index) })}
            onClick={() => setOpen(index)}
          >
            <Photo hash={photo.hash} alt={nameOf(index)} width={photo.width} height={photo.height} />
          </button>
          {photo.caption && <figcaption>{photo.caption}</figcaption>}
        </figure>
      ))}
      {large &&
        open !== null &&
        createPortal(
          <Enlarged photo={large} name={nameOf(open)} close={() => setOpen(null)} />,
          document.body,
        )}
    </div>
  );
}
