/** An attachment: fetched if need be, then read here or saved. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typeOfName } from '../../domain/attachment/name.ts';
import type { Attachment } from '../../domain/notice/events.ts';
import { Button } from '../ui/button.tsx';
import { useIdentity } from '../ui/device-context.tsx';
import { FileMark, fileSize } from '../ui/file-mark.tsx';
import { Empty, Progress } from '../ui/surfaces.tsx';
import './file-view.css';
import { PdfView } from './pdf-view.tsx';
import { saveFile } from './save-file.ts';
import { type FileState, useFile } from './use-file.ts';

function Coming({ file, done }: { file: Attachment; done: number }) {
  const { t } = useTranslation('files');
  const words = { name: file.name, done: fileSize(done), size: fileSize(file.bytes) };
  return (
    <div className="file-coming">
      <Progress label={t('fetching', words)} value={done} max={file.bytes} />
      <p className="second">{t('fetchingText')}</p>
    </div>
  );
}

/** A file that is not read here: kept by the system, and opened by what the system has for it. */
function Save({ file, blob }: { file: Attachment; blob: Blob }) {
  const { t } = useTranslation('files');
  const identity = useIdentity();
  const [saved, setSaved] = useState(false);
  // Nobody's own device: nothing is left on it, and nothing opens there.
  if (identity?.kind === 'tablet') return <p className="file-tablet">{t('tablet')}</p>;
  return (
    <div className="file-save">
      <Button
        kind="main"
        icon="save"
        onClick={() => {
          saveFile(blob, file.name);
          setSaved(true);
        }}
      >
        {t('save')}
      </Button>
      <p aria-live="polite">{saved && t('saved')}</p>
    </div>
  );
}

function Shown({ file, state, again }: { file: Attachment; state: FileState; again: () => void }) {
  const { t } = useTranslation('files');
  const identity = useIdentity();
  if (state.state === 'coming') return <Coming file={file} done={state.done} />;
  if (state.state === 'fault')
    return (
      <Empty
        icon={state.code === 'no-network' ? 'no-network' : 'warning'}
        title={t(`fault.${state.code}.title`)}
        action={<Button onClick={again}>{t('again')}</Button>}
      >
        {t(`fault.${state.code}.text`)}
      </Empty>
    );
  if (typeOfName(file.name) !== 'pdf') return <Save file={file} blob={state.blob} />;
  return (
    <>
      {identity?.kind !== 'tablet' && <Save file={file} blob={state.blob} />}
      <PdfView blob={state.blob} name={file.name} />
    </>
  );
}

export function FileView({ file }: { file: Attachment }) {
  const { file: state, again } = useFile(file);
  return (
    <div className="file-view">
      <p className="file-name">
        <FileMark type={typeOfName(file.name)} />
        <span>
          {file.name} <span className="second">{fileSize(file.bytes)}</span>
        </span>
      </p>
      <Shown file={file} state={state} again={again} />
    </div>
  );
}
