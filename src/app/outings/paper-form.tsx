/** Proof of posting: which board or wall, and a photo. The time comes by itself; the position only when asked for. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutingMade } from '../../domain/outing/events.ts';
import { FileButton } from '../ui/file-button.tsx';
import { ButtonLink, Empty, Icon, SelectField } from '../ui/index.ts';
import type { Shown } from './gate.tsx';
import { placesOf } from './notice-data.ts';
import { PositionButton } from './position-button.tsx';
import { RecordScreen } from './record-screen.tsx';
import { useRecord } from './use-record.ts';

interface Taken {
  file: File;
  /** For looking at it here. */
  url: string;
}

/** The photo just taken; what it takes up for being looked at is given back. */
function useTaken(): [Taken | null, (file: File) => void] {
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(() => () => (taken ? URL.revokeObjectURL(taken.url) : undefined), [taken]);
  return [taken, (file) => setTaken({ file, url: URL.createObjectURL(file) })];
}

function PhotoField({
  photo,
  missing,
  onPhoto,
}: {
  photo: Taken | null;
  missing: boolean;
  onPhoto: (photo: File) => void;
}) {
  const { t } = useTranslation('outings');
  return (
    <div className="field">
      {photo && <img className="outing-preview" src={photo.url} alt={t('paper.preview')} />}
      <FileButton
        label={t(photo ? 'paper.again' : 'paper.take')}
        icon="camera"
        accept="image/*"
        camera
        className="outing-pick"
        describedBy="outing-photo-hint"
        onFiles={([file]) => onPhoto(file)}
      />
      <div className="field-hint" id="outing-photo-hint">
        {t('paper.hint')}
      </div>
      {missing && (
        <div className="field-error" role="alert">
          <Icon name="warning" />
          {t('paper.photoMissing')}
        </div>
      )}
    </div>
  );
}

export function PaperForm(shown: Shown) {
  const { unit, own, registry } = shown;
  const { t } = useTranslation('outings');
  const recording = useRecord(unit, own.notice.id);
  const places = placesOf(registry, unit).filter(({ kind }) => kind !== 'loudspeaker');
  const [place, setPlace] = useState('');
  const [photo, setPhoto] = useTaken();
  const [position, setPosition] = useState<OutingMade['position']>(null);
  const [tried, setTried] = useState(false);
  const save = (): void => {
    setTried(true);
    if (place === '' || !photo) return;
    void recording.record({ form: 'paper', place, photo: photo.file, position, note: '' });
  };
  const options = places.map(({ id, kind, name, where }) => {
    return { value: id, label: where ? `${name}（${where}）` : name, group: t(`places.kind.${kind}`) };
  });
  return (
    <RecordScreen
      shown={shown}
      title={t('paper.title')}
      save={t('paper.save')}
      recording={recording}
      onSave={save}
    >
      {places.length === 0 ? (
        <Empty title={t('paper.none')}>{t('paper.noneText')}</Empty>
      ) : (
        <SelectField
          label={t('paper.place')}
          placeholder={t('paper.choose')}
          required
          value={place}
          options={options}
          error={tried && place === '' ? t('paper.placeMissing') : null}
          onChange={setPlace}
        />
      )}
      <ButtonLink kind="quiet" icon="print" to={`/b/${unit}/n/${own.notice.id}/paper`}>
        {t('do.print')}
      </ButtonLink>
      <PhotoField photo={photo} missing={tried && !photo} onPhoto={setPhoto} />
      <PositionButton position={position} onPosition={setPosition} />
    </RecordScreen>
  );
}
