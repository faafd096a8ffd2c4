/** An answer as a letter: seen, printed, or taken as a .docx file. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../files/save-file.ts';
import { Button, Message } from '../ui/index.ts';
import { Printed } from '../ui/printed.tsx';
import type { Letter } from './letter.ts';

function Sheet({ letter }: { letter: Letter }) {
  return (
    <div className="letter" lang="zh-CN">
      <p className="letter-title">{letter.title}</p>
      <p>{letter.to}</p>
      {letter.paragraphs.map((text, at) => (
        <p className="letter-paragraph" key={at}>
          {text}
        </p>
      ))}
      <p className="letter-foot">{letter.from}</p>
      <p className="letter-foot">{letter.day}</p>
    </div>
  );
}

export function LetterView({ letter, onClose }: { letter: Letter; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle');
  const save = async (): Promise<void> => {
    setState('making');
    try {
      const { letterFile } = await import('./letter-docx.ts');
      saveFile(await letterFile(letter), `${letter.title}.docx`);
      setState('idle');
    } catch {
      // The part that writes the file was not on this device, and there is no network to fetch it.
      setState('failed');
    }
  };
  return (
    <div className="stack">
      <div className="desk-doors">
        <Button kind="main" icon="print" onClick={() => window.print()}>
          {t('letter.print')}
        </Button>
        <Button icon="save" busy={state === 'making'} onClick={() => void save()}>
          {t(state === 'making' ? 'letter.making' : 'letter.docx')}
        </Button>
        <Button onClick={onClose}>{t('letter.close')}</Button>
      </div>
      {state === 'failed' && (
        <Message tone="red" title={t('letter.failed')}>
          {t('letter.failedText')}
        </Message>
      )}
      <Sheet letter={letter} />
      <Printed>
        <Sheet letter={letter} />
      </Printed>
    </div>
  );
}
