/** The photos of a draft: taken, chosen, put in order, named, removed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTICE_LIMITS, type Photo as PhotoContent } from '../../domain/notice/events.ts';
import type { PhotoFault } from '../../sync/client/device.ts';
import { Button, Icon, type IconName, Message, Photo, TextField, useDevice } from '../ui/index.ts';
import './photos-field.css';
import { moved, OrderTools, TakenOut, useTakingOut } from './order-tools.tsx';

interface Failed {
  name: string;
  code: PhotoFault;
}

/** Opens the camera or the album. An input of the system under a label that looks like a button. */
function FileButton({
  label,
  icon,
  camera,
  onFiles,
}: {
  label: string;
  icon: IconName;
  camera: boolean;
  onFiles: (files: File[]) => void;
}) {
  return (
    <label className="button button-plain photo-pick">
      <Icon name={icon} />
      {label}
      <input
        type="file"
        accept="image/*"
        className="only-read"
        {...(camera ? { capture: 'environment' } : { multiple: true })}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </label>
  );
}

interface OneProps {
  photo: PhotoContent;
  index: number;
  count: number;
  onCaption: (caption: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function OnePhoto({ photo, index, count, onCaption, onMove, onRemove }: OneProps) {
  const { t } = useTranslation('write');
  const n = index + 1;
  return (
    <li className="photo-one">
      <div className="photo-frame">
        <Photo hash={photo.hash} alt={photo.caption || t('photos.alt', { n })} />
      </div>
      <div className="photo-side">
        <TextField
          label={t('photos.caption', { n })}
          hint={t('photos.captionHint')}
          value={photo.caption}
          maxLength={NOTICE_LIMITS.caption}
          onChange={onCaption}
        />
        <OrderTools
          index={index}
          count={count}
          labels={{
            earlier: t('photos.earlier', { n }),
            later: t('photos.later', { n }),
            remove: t('photos.remove', { n }),
          }}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
    </li>
  );
}

export type PhotosChange = (change: (photos: PhotoContent[]) => PhotoContent[]) => void;

function useAdding(draft: string, onChange: PhotosChange, keep: () => Promise<unknown>) {
  const device = useDevice();
  const [adding, setAdding] = useState<{ n: number; all: number } | null>(null);
  const [failed, setFailed] = useState<Failed[]>([]);
  const add = async (files: File[]): Promise<void> => {
    setFailed([]);
    // What was typed goes into the table first: the device adds the photo to the draft that is there.
    await keep();
    for (const [index, file] of files.entries()) {
      setAdding({ n: index + 1, all: files.length });
      const outcome = await device.addPhoto(draft, file);
      if (!outcome.ok) {
        const code = outcome.code;
        setFailed((before) => [...before, { name: file.name, code }]);
        continue;
      }
      const { hash, width, height } = outcome.value;
      onChange((photos) =>
        photos.some((photo) => photo.hash === hash)
          ? photos
          : [...photos, { hash, width, height, caption: '' }],
      );
    }
    setAdding(null);
  };
  return { adding, failed, add, seen: () => setFailed([]) };
}

export function PhotosField({
  draft,
  photos,
  onChange,
  keep,
}: {
  draft: string;
  photos: PhotoContent[];
  onChange: PhotosChange;
  keep: () => Promise<unknown>;
}) {
  const { t } = useTranslation('write');
  const { adding, failed, add, seen } = useAdding(draft, onChange, keep);
  const { list, removed, takeOut, putBack } = useTakingOut(onChange);
  const max = NOTICE_LIMITS.photos;
  const files = (chosen: File[]): void => void add(chosen);
  return (
    <fieldset className="field" id="write-photos" ref={list}>
      <legend className="field-label photo-legend">
        {t('photos.label')}{' '}
        {photos.length > 0 && <span className="second">{t('photos.count', { n: photos.length, max })}</span>}
      </legend>
      {photos.length > 0 && (
        <ol className="stack">
          {photos.map((photo, index) => (
            <OnePhoto
              key={photo.hash}
              photo={photo}
              index={index}
              count={photos.length}
              onCaption={(caption) =>
                onChange((all) => all.map((one) => (one.hash === photo.hash ? { ...one, caption } : one)))
              }
              onMove={(by) => onChange((all) => moved(all, index, by))}
              onRemove={() => takeOut(photo, index)}
            />
          ))}
        </ol>
      )}
      {removed && <TakenOut text={t('files.photoOut')} onBack={putBack} />}
      {adding && <p aria-live="polite">{t('photos.adding', adding)}</p>}
      {failed.map(({ name, code }, index) => (
        <Message
          key={index}
          tone="red"
          title={t(`photos.fault.${code}`, { name, max })}
          action={<Button onClick={seen}>{t('photos.close')}</Button>}
        />
      ))}
      {photos.length < max && (
        <div className="photo-picks">
          <FileButton label={t('photos.camera')} icon="camera" camera onFiles={files} />
          <FileButton label={t('photos.album')} icon="photo" camera={false} onFiles={files} />
        </div>
      )}
    </fieldset>
  );
}
