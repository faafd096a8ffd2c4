/** A row about somebody, as a sentence that is said and can be heard again. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useReader } from '../kiosk/reader.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/surfaces.tsx';

interface OwnRowCardProps {
  title: string;
  where: string;
  sentence: string;
  /** Said as soon as it is there: somebody has just asked for it. Another sentence is another card. */
  aloud: boolean;
  onNext?: (() => void) | null;
}

export function OwnRowCard({ title, where, sentence, aloud, onNext = null }: OwnRowCardProps) {
  const { t } = useTranslation('find');
  const { start, stop, state } = useReader([t('me.sentence', { sentence })]);
  useEffect(() => {
    if (aloud) start();
  }, [aloud, start]);
  const isReading = state === 'reading';
  return (
    <Message
      tone="green"
      title={title}
      action={
        <div className="who-actions">
          {state !== 'no-voice' && (
            <Button icon={isReading ? 'pause' : 'speaker'} onClick={isReading ? stop : start}>
              {isReading ? t('me.stop') : t('me.read')}
            </Button>
          )}
          {onNext && (
            <Button icon="down" onClick={onNext}>
              {t('me.next')}
            </Button>
          )}
        </div>
      }
    >
      <p className="second">{where}</p>
      <p className="own-sentence">{sentence}</p>
    </Message>
  );
}
