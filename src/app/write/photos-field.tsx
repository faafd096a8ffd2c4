/** The photos of a draft: taken, chosen, put in order, named, removed. */
import { useTranslation } from 'react-i18next';
import { NOTICE_LIMITS, type Photo as PhotoContent } from '../../domain/notice/events.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, Photo, TextField, useDevice } from '../ui/index.ts';
import './photos-field.css';
import { moved, OrderTools, TakenOut, useTakingOut } from './order-tools.tsx';
import { useAdding } from './use-adding.ts';

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
  const device = useDevice();
  const put = async (file: File) => {
    const added = await device.addPhoto(draft, file);
    return added.ok ? { ok: true as const, value: { ...added.value, caption: '' } } : added;
  };
  const { adding, failed, add, seen } = useAdding(put, onChange, keep);
  const { list, removed, takeOut, putBack } = useTakingOut(onChange);
  const max = NOTICE_LIMITS.photos;
  const picks = {
    accept: 'image/*',
    className: 'photo-pick',
    onFiles: (chosen: File[]): void => void add(chosen),
  };
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
          <FileButton {...picks} label={t('photos.camera')} icon="camera" camera />
          <FileButton {...picks} label={t('photos.album')} icon="photo" multiple />
        </div>
      )}
    </fieldset>
  );
}
