/** What a board or wall looks like: one photo, shrunk on this device. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/registry/events.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Icon, Photo, useDevice } from '../ui/index.ts';
import './place-photo.css';

type Shown = Pick<Place, 'name' | 'photo'>;

export function PlacePhoto({
  draft: { name, photo },
  set,
}: {
  draft: Shown;
  set: (change: Pick<Place, 'photo'>) => void;
}) {
  const { t } = useTranslation('office');
  const device = useDevice();
  const hint = useId();
  const [failed, setFailed] = useState(false);
  const take = async (file: File): Promise<void> => {
    const kept = await device.keepPhoto(file);
    setFailed(!kept.ok);
    if (kept.ok) set({ photo: kept.value });
  };
  return (
    <fieldset className="field place-photo">
      <legend className="field-label">{t('places.field.photo')}</legend>
      {photo && <Photo {...photo} alt={t('places.field.photoAlt', { name })} />}
      <div className="own-buttons">
        <FileButton
          label={t(photo ? 'places.field.photoOther' : 'places.field.photoPick')}
          icon="camera"
          accept="image/*"
          describedBy={hint}
          onFiles={([file]) => void take(file)}
        />
        {photo && <Button onClick={() => set({ photo: null })}>{t('places.field.photoNone')}</Button>}
      </div>
      <div className="field-hint" id={hint}>
        {t('places.field.photoHint')}
      </div>
      {failed && (
        <div className="field-error" role="alert">
          <Icon name="warning" />
          {t('places.field.photoFailed')}
        </div>
      )}
    </fieldset>
  );
}
