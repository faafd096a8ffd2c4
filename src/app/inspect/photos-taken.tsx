/** Photos of a finding or an answer: taken, shrunk and kept on this device before anything is signed. */
import { useTranslation } from 'react-i18next';
import { INSPECTION_LIMITS } from '../../domain/inspection/events.ts';
import type { Finding } from '../../domain/inspection/records.ts';
import { FileButton } from '../ui/file-button.tsx';
import { Button, Photo, useDevice } from '../ui/index.ts';
import type { Keeping } from '../ui/use-keeping.ts';

export type TakenPhotos = Finding['photos'];

export function ShownPhotos({ photos }: { photos: TakenPhotos }) {
  const { t } = useTranslation('inspect');
  if (photos.length === 0) return null;
  return (
    <ul className="inspect-photos">
      {photos.map(({ hash, width, height }, at) => (
        <li key={hash}>
          <Photo hash={hash} width={width} height={height} alt={t('finding.photoAlt', { n: at + 1 })} />
        </li>
      ))}
    </ul>
  );
}

export function TakePhotos({
  photos,
  keeping,
  onPhotos,
}: {
  photos: TakenPhotos;
  keeping: Keeping;
  onPhotos: (photos: TakenPhotos) => void;
}) {
  const { t } = useTranslation('inspect');
  const device = useDevice();
  const take = async (file: File): Promise<void> => {
    const photo = await keeping.keep(() => device.keepPhoto(file));
    if (photo && !photos.some(({ hash }) => hash === photo.hash)) onPhotos([...photos, photo]);
  };
  return (
    <div className="stack-tight">
      {photos.length > 0 && (
        <ul className="inspect-photos">
          {photos.map(({ hash, width, height }, at) => (
            <li key={hash}>
              <Photo hash={hash} width={width} height={height} alt={t('finding.photoAlt', { n: at + 1 })} />
              <Button
                kind="quiet"
                icon="trash"
                onClick={() => onPhotos(photos.filter((one) => one.hash !== hash))}
              >
                {t('finding.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {photos.length < INSPECTION_LIMITS.photos && (
        <FileButton
          label={t(photos.length === 0 ? 'finding.photo' : 'finding.photoMore')}
          icon="camera"
          accept="image/*"
          camera
          onFiles={([file]) => void take(file)}
        />
      )}
    </div>
  );
}
