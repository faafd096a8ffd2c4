/** The files that go with a notice: what each is, how large, and whether it is here for the days without a network. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { typeOfName } from '../../domain/attachment/name.ts';
import type { Attachment } from '../../domain/notice/events.ts';
import { useDevice } from '../ui/device-context.tsx';
import { FileMark, fileSize } from '../ui/file-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import './attachments.css';

/** Which of them are whole on this device. */
function useHeld(files: Attachment[]): Set<string> {
  const { db } = useDevice();
  const key = files.map(({ hash }) => hash).join();
  const held = useLiveQuery(
    async () => new Set(await db.blobs.where('hash').anyOf(key.split(',')).primaryKeys()),
    [db, key],
  );
  return held ?? new Set();
}

function Words({ file, held }: { file: Attachment; held: boolean }) {
  const { t } = useTranslation('board');
  return (
    <>
      <FileMark type={typeOfName(file.name)} />
      <span className="attachment-words">
        <span className="attachment-name">{file.name}</span>
        <span className="second">
          {fileSize(file.bytes)} · {t(held ? 'attachments.here' : 'attachments.notHere')}
        </span>
      </span>
    </>
  );
}

/** `at`: the address of the notice, where each can be opened; null in a preview. */
export function Attachments({ files, at }: { files: Attachment[]; at: string | null }) {
  const { t } = useTranslation('board');
  const held = useHeld(files);
  if (files.length === 0) return null;
  return (
    <section className="attachments" aria-label={t('attachments.title')}>
      <h3>{t('attachments.title')}</h3>
      <ul>
        {files.map((file) => (
          <li key={file.hash}>
            {at === null ? (
              <div className="attachment">
                <Words file={file} held={held.has(file.hash)} />
              </div>
            ) : (
              <Link className="attachment" to={`${at}/f/${file.hash}`}>
                <Words file={file} held={held.has(file.hash)} />
                <Icon name="next" />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
