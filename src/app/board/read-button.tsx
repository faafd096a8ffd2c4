/** Reading aloud on a phone, where there is no bar for it. */
import { useTranslation } from 'react-i18next';
import type { Reader } from '../kiosk/reader.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/surfaces.tsx';

export function ReadButton({ reader }: { reader: Reader }) {
  const { t } = useTranslation('kiosk');
  const { state } = reader;
  if (state === 'no-voice') {
    return (
      <Message
        tone="amber"
        title={t('read.noVoice')}
        action={<Button onClick={reader.stop}>{t('read.understood')}</Button>}
      >
        {t('read.noVoicePhone')}
      </Message>
    );
  }
  if (state === 'idle') {
    return (
      <div>
        <Button icon="speaker" onClick={reader.start}>
          {t('read.start')}
        </Button>
      </div>
    );
  }
  return (
    <div className="read-buttons">
      <Button
        icon={state === 'reading' ? 'pause' : 'play'}
        onClick={state === 'reading' ? reader.pause : reader.start}
      >
        {state === 'reading' ? t('read.pause') : t('read.goOn')}
      </Button>
      <Button aria-pressed={reader.slow} onClick={reader.changePace}>
        {reader.slow ? t('read.usual') : t('read.slower')}
      </Button>
    </div>
  );
}
