/** Reading aloud on a phone, where there is no bar for it: one button, and what is needed while it reads. */
import { useTranslation } from 'react-i18next';
import { MarksLater } from '../kiosk/marks-later.tsx';
import { ReadingStrip } from '../kiosk/reading-strip.tsx';
import { useScreenReader } from '../kiosk/screen-reader.ts';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/surfaces.tsx';

export function ReadButton() {
  const { t } = useTranslation('kiosk');
  const reader = useScreenReader();
  const { state } = reader;
  if (state === 'no-voice') {
    return (
      <div className="read-aloud" data-hush>
        <Message
          tone="amber"
          title={t('read.noVoice')}
          action={<Button onClick={reader.stop}>{t('read.understood')}</Button>}
        >
          {t('read.noVoicePhone')}
        </Message>
      </div>
    );
  }
  return (
    <div className="read-aloud" data-hush>
      {state === 'idle' ? (
        <Button icon="speaker" onClick={reader.start}>
          {t('read.start')}
        </Button>
      ) : (
        <div className="reading-strip-phone">
          <ReadingStrip reader={reader} ends />
        </div>
      )}
      <MarksLater reader={reader} />
    </div>
  );
}
