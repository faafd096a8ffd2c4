/** `/carry`: handing over between two devices that have no network. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Screen } from '../ui/index.ts';
import { Give } from './give.tsx';
import { Take } from './take.tsx';
import './carry.css';

export function CarryScreen() {
  const { t } = useTranslation('carry');
  // What shows codes or looks at them has the screen to itself.
  const [doing, setDoing] = useState<'give' | 'take' | null>(null);
  return (
    <Screen title={t('title')} back="/">
      <div className="stack carry">
        {doing === null && <p>{t('lead')}</p>}
        {doing !== 'take' && <Give onShow={(shows) => setDoing(shows ? 'give' : null)} />}
        {doing !== 'give' && <Take onScan={(scans) => setDoing(scans ? 'take' : null)} />}
      </div>
    </Screen>
  );
}
