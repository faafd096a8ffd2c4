/** Photos of a report: drawn anew, shown as they will be handed in, in memory alone. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MATTER_LIMITS } from '../../domain/desk/matter.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Message, useDevice, useIdentity } from '../ui/index.ts';
import { Camera, hasCamera } from './camera.tsx';

const MAX = MATTER_LIMITS.photosAtOnce;

interface Props {
  /** JPEGs in base64. */
  photos: string[];
  onChange: (change: (photos: string[]) => string[]) => void;
}

function useAdding(onChange: Props['onChange']) {
  const device = useDevice();
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<'unreadable' | 'too-large' | null>(null);
  const add = async (files: Blob[]): Promise<void> => {
    setWorking(true);
    setFault(null);
    for (const file of files) {
      const made = await device.photoToSeal(file);
      if (made.ok) onChange((photos) => [...photos, made.value].slice(0, MAX));
      else setFault(made.code);
    }
    setWorking(false);
  };
  return { working, fault, add };
}

function Taken({ photos, onChange }: Props) {
  const { t } = useTranslation('box');
  if (photos.length === 0) return null;
  return (
    <>
      <ol className="box-photos">
        {photos.map((photo, index) => (
          <li key={photo}>
            <img src={`data:image/jpeg;base64,${photo}`} alt={t('photos.one', { n: index + 1 })} />
            <Button icon="trash" onClick={() => onChange((all) => all.filter((_, place) => place !== index))}>
              {t('photos.remove', { n: index + 1 })}
            </Button>
          </li>
        ))}
      </ol>
      <p className="second">{t('photos.look')}</p>
    </>
  );
}

export function Photos({ photos, onChange }: Props) {
  const { t } = useTranslation('box');
  const tablet = useIdentity()?.kind === 'tablet';
  const { working, fault, add } = useAdding(onChange);
  const [camera, setCamera] = useState(false);
  const room = photos.length < MAX && !working;
  return (
    <fieldset className="field stack">
      <legend className="field-label">{t('photos.title', { max: MAX })}</legend>
      <Taken photos={photos} onChange={onChange} />
      {working && <p aria-live="polite">{t('photos.working')}</p>}
      {fault && <Message tone="red" title={t(`photos.fault.${fault}`)} />}
      {camera && room ? (
        <Camera
          onPicture={(picture) => {
            setCamera(false);
            void add([picture]);
          }}
          onClose={() => setCamera(false)}
        />
      ) : (
        room && (
          <div className="box-doors">
            {hasCamera() && (
              <Button icon="camera" onClick={() => setCamera(true)}>
                {t('photos.camera')}
              </Button>
            )}
            {!tablet && (
              <FileButton
                label={t('photos.file')}
                icon="photo"
                accept="image/*"
                multiple
                onFiles={(files) => void add(files)}
              />
            )}
          </div>
        )
      )}
    </fieldset>
  );
}
