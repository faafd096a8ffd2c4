import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { useIdentity } from './device-context.tsx';
import './update-line.css';
import { useUpdate } from './updates.ts';

/** Offers a newer version. Never forced: somebody may be in the middle of a sentence. */
export function UpdateLine() {
  const { t } = useTranslation('ui');
  const update = useUpdate();
  const [later, setLater] = useState(false);
  // A shared tablet takes it by itself, when nobody can notice.
  const shared = useIdentity()?.kind === 'tablet';
  if (!update || later || shared) return null;
  return (
    <section className="update-line" aria-label={t('update.ready')}>
      <p aria-live="polite">{t('update.ready')}</p>
      <div className="update-actions">
        <Button onClick={() => setLater(true)}>{t('update.later')}</Button>
        <Button kind="main" onClick={update}>
          {t('update.now')}
        </Button>
      </div>
    </section>
  );
}
