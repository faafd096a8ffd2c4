/** How I am reminded: by this phone, and by text message from the office; each can be refused. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, useDevice } from '../ui/index.ts';
import { useNoticeWish } from '../ui/phone-notice.ts';

function ByPhone() {
  const { t } = useTranslation('due');
  const { state, set } = useNoticeWish('due-notice');
  if (state === undefined || state === 'none') return null;
  return (
    <div className="due-remind">
      <p>{t(`remind.phone.${state}`)}</p>
      {state !== 'blocked' && (
        <Button onClick={() => void set(state !== 'on')}>
          {t(state === 'on' ? 'remind.stop' : 'remind.start')}
        </Button>
      )}
    </div>
  );
}

/** Shown where the office reminds this person by text message; asked for with a network. */
function ByMessage() {
  const { t } = useTranslation('due');
  const device = useDevice();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const ask = async (): Promise<void> => {
      const answer = await device.myReminders();
      if (!gone && answer.ok) setWanted(answer.value.wanted);
    };
    void ask();
    return () => void (gone = true);
  }, [device]);
  if (wanted === null) return null;
  const wish = async (): Promise<void> => {
    const answer = await device.wishReminders(!wanted);
    setFailed(!answer.ok);
    if (answer.ok) setWanted(answer.value.wanted);
  };
  return (
    <div className="due-remind">
      <p>{t(wanted ? 'remind.message.on' : 'remind.message.off')}</p>
      <Button onClick={() => void wish()}>{t(wanted ? 'remind.stop' : 'remind.start')}</Button>
      {failed && <p role="alert">{t('remind.failed')}</p>}
    </div>
  );
}

export function RemindMe() {
  const { t } = useTranslation('due');
  return (
    <section className="due-reminds" aria-label={t('remind.title')}>
      <ByPhone />
      <ByMessage />
    </section>
  );
}
