/** The frame of every form that records: the notice above, why it was not kept, the one button below. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentRevision } from '../../domain/notice/notice.ts';
import { Button, Message, Screen } from '../ui/index.ts';
import type { Shown } from './gate.tsx';
import type { Recording } from './use-record.ts';

interface Props {
  shown: Shown;
  title: string;
  save: string;
  recording: Recording;
  onSave: () => void;
  children: ReactNode;
}

export function RecordScreen({ shown: { unit, own }, title, save, recording, onSave, children }: Props) {
  const { t } = useTranslation('outings');
  return (
    <Screen
      title={title}
      back={`/b/${unit}/n/${own.notice.id}/out`}
      footer={
        <Button kind="main" busy={recording.busy} onClick={onSave}>
          {save}
        </Button>
      }
    >
      <div className="stack">
        <p className="strong">{currentRevision(own.notice).content.title}</p>
        {children}
        {recording.fault && (
          <Message tone="red" title={t('fault.title')}>
            {t(`fault.${recording.fault}`)}
          </Message>
        )}
      </div>
    </Screen>
  );
}
