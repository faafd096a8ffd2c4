/** `/b/:unit/n/:notice/f/:hash`: one attachment of a notice. */
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useDetails, useFollow } from '../board/board-data.ts';
import { BoardFrame } from '../board/frame.tsx';
import { currentRevision } from '../../domain/notice/notice.ts';
import { Splash } from '../ui/media.tsx';
import { Empty } from '../ui/surfaces.tsx';
import { FileView } from './file-view.tsx';

function Loader({ unit, notice, hash }: { unit: string; notice: string; hash: string }) {
  const { t } = useTranslation('files');
  const details = useDetails(unit, notice);
  useFollow(unit);
  if (details === undefined) return <Splash />;
  const shown = details && !details.notice.withdrawal ? currentRevision(details.notice).content : null;
  const file = shown?.attachments.find((one) => one.hash === hash);
  return (
    <BoardFrame
      unit={unit}
      title={shown?.title ?? t('title')}
      back={{ to: `/b/${unit}/n/${notice}`, label: t('back') }}
    >
      {file ? (
        <FileView file={file} />
      ) : (
        <Empty icon="search" title={t('none.title')}>
          {t('none.text')}
        </Empty>
      )}
    </BoardFrame>
  );
}

export default function FileScreen() {
  const { unit, notice, hash } = useParams();
  if (!unit || !notice || !hash) return <Navigate to="/" replace />;
  return <Loader key={hash} unit={unit} notice={notice} hash={hash} />;
}
