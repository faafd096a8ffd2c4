/** `/carry`: handing over between two devices that have no network. */
import { useTranslation } from 'react-i18next';
import { Screen } from '../ui/index.ts';
import { Give } from './give.tsx';
import { Take } from './take.tsx';
import './carry.css';

export function CarryScreen() {
  const { t } = useTranslation('carry');
  return (
    <Screen title={t('title')} back="/">
      <div className="stack carry">
        <p>{t('lead')}</p>
        <Give />
        <Take />
      </div>
    </Screen>
  );
}
