/** The files of a draft: added, named, put in order, taken out. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentType } from '../../domain/attachment/file-type.ts';
import { attachmentName, cleanStem, longestStem, stemOf, typeOfName } from '../../domain/attachment/name.ts';
import { type Attachment, NOTICE_LIMITS } from '../../domain/notice/events.ts';
import { maskText } from '../../domain/personal-data/find.ts';
import { FileButton } from '../ui/file-button.tsx';
import { FileMark, fileSize } from '../ui/file-mark.tsx';
import { Button, Message, TextField, useDevice } from '../ui/index.ts';
import './files-field.css';
import { moved, OrderTools, TakenOut, useTakingOut } from './order-tools.tsx';
import { useAdding } from './use-adding.ts';

export type FilesChange = (change: (files: Attachment[]) => Attachment[]) => void;

function OneFile({
  file,
  lifted,
  index,
  onName,
  children,
}: {
  file: Attachment;
  lifted: string[];
  index: number;
  onName: (name: string) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('write');
  const type: AttachmentType = typeOfName(file.name) ?? 'txt';
  const [stem, setStem] = useState(stemOf(file.name));
  const shown = maskText(file.name, lifted);
  return (
    <li className="file-one">
      <FileMark type={type} />
      <div className="file-side">
        <TextField
          label={t('files.name', { n: index + 1 })}
          hint={t('files.nameHint', { type, size: fileSize(file.bytes) })}
          value={stem}
          maxLength={longestStem(type)}
          autoComplete="off"
          onChange={(typed) => {
            setStem(cleanStem(typed));
            onName(attachmentName(typed, type, t('files.unnamed')));
          }}
        />
        {shown !== file.name && <p className="file-masked">{t('files.masked', { name: shown })}</p>}
        {children}
      </div>
    </li>
  );
}

export function FilesField({
  draft,
  files,
  lifted,
  onChange,
  keep,
}: {
  draft: string;
  files: Attachment[];
  /** Personal data that is shown in the clear. */
  lifted: string[];
  onChange: FilesChange;
  keep: () => Promise<unknown>;
}) {
  const { t } = useTranslation('write');
  const device = useDevice();
  const put = (file: File) => device.addAttachment(draft, file, file.name);
  const { adding, failed, add, seen } = useAdding(put, onChange, keep);
  const { list, removed, takeOut, putBack } = useTakingOut(onChange);
  const max = NOTICE_LIMITS.attachments;
  return (
    <fieldset className="field" id="write-files" ref={list}>
      <legend className="field-label photo-legend">
        {t('files.label')}{' '}
        {files.length > 0 && <span className="second">{t('files.count', { n: files.length, max })}</span>}
      </legend>
      <p className="second">{t('files.hint')}</p>
      {files.length > 0 && (
        <ol className="stack">
          {files.map((file, index) => (
            <OneFile
              key={file.hash}
              file={file}
              lifted={lifted}
              index={index}
              onName={(name) =>
                onChange((all) => all.map((one) => (one.hash === file.hash ? { ...one, name } : one)))
              }
            >
              <OrderTools
                index={index}
                count={files.length}
                labels={{
                  earlier: t('files.earlier', { n: index + 1 }),
                  later: t('files.later', { n: index + 1 }),
                  remove: t('files.remove', { n: index + 1 }),
                }}
                onMove={(by) => onChange((all) => moved(all, index, by))}
                onRemove={() => takeOut(file, index)}
              />
            </OneFile>
          ))}
        </ol>
      )}
      {removed && <TakenOut text={t('files.takenOut', { name: removed.name })} onBack={putBack} />}
      {adding && <p aria-live="polite">{t('files.adding', adding)}</p>}
      {failed.map(({ name, code }, index) => (
        <Message
          key={index}
          tone="red"
          title={t(`files.fault.${code}`, { name, max })}
          action={<Button onClick={seen}>{t('files.close')}</Button>}
        />
      ))}
      {files.length < max && (
        <div className="file-picks">
          {/* Any file: what is in it decides, not its name. */}
          <FileButton
            label={t('files.add')}
            icon="plus"
            multiple
            className="photo-pick"
            onFiles={(chosen) => void add(chosen)}
          />
        </div>
      )}
    </fieldset>
  );
}
