/** Whether the phone tells of new notices: asked once after a village was chosen, and a switch in the settings. */
import { useTranslation } from 'react-i18next';
import { useChosen } from '../board/follow-village.tsx';
import { Button } from '../ui/button.tsx';
import { useNoticeWish } from '../ui/phone-notice.ts';
import { Card } from '../ui/surfaces.tsx';
import './ask.css';

/** Beside the button of a village that is followed. Draws nothing for who has answered before. */
export function AskNews() {
  const { t } = useTranslation('news');
  const { state, asked, set } = useNoticeWish('news-notice');
  if (state !== 'off' || asked) return null;
  return (
    <Card className="stack-tight">
      <p>{t('ask.text')}</p>
      <div className="news-answers">
        <Button icon="check" onClick={() => void set(true)}>
          {t('ask.yes')}
        </Button>
        <Button kind="quiet" onClick={() => void set(false)}>
          {t('ask.no')}
        </Button>
      </div>
    </Card>
  );
}

/** In the settings of who follows a village. */
export function NewsSetting() {
  const { t } = useTranslation('news');
  const { state, set } = useNoticeWish('news-notice');
  const chosen = useChosen() ?? [];
  if (chosen.length === 0 || state === undefined || state === 'none') return null;
  return (
    <Card className="stack-tight">
      <h2 className="me-heading">{t('setting.title')}</h2>
      <p aria-live="polite">{t(`setting.${state}`)}</p>
      {state !== 'blocked' && (
        <Button onClick={() => void set(state !== 'on')}>
          {t(state === 'on' ? 'setting.stop' : 'ask.yes')}
        </Button>
      )}
    </Card>
  );
}
