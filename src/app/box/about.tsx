/** What the box protects from and what it does not, in plain words, before anything is written. */
import { useTranslation } from 'react-i18next';
import { Button, Card, Icon, Message, useIdentity } from '../ui/index.ts';
import type { BoxState } from './box-data.ts';
import { Counts } from './counts.tsx';

function Points({ of }: { of: 'safe' | 'not' }) {
  const { t } = useTranslation('box');
  const points = t(`about.${of}`, { returnObjects: true }) as string[];
  return (
    <Card className={`box-points box-${of}`}>
      <h2>{t(`about.${of}Title`)}</h2>
      <ul className="stack-tight">
        {points.map((point) => (
          <li key={point}>
            <Icon name={of === 'safe' ? 'check' : 'warning'} />
            <span>{point}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function About({
  state,
  onWrite,
  onLook,
}: {
  state: BoxState;
  onWrite: () => void;
  onLook: () => void;
}) {
  const { t } = useTranslation('box');
  const identity = useIdentity();
  return (
    <div className="stack">
      <p className="box-lead">{t('about.lead')}</p>
      {state === 'no-desk' && (
        <Message tone="amber" title={t('noDesk.title')}>
          {t('noDesk.text')}
        </Message>
      )}
      {state === 'not-secure' && (
        <Message tone="amber" title={t('notSecure.title')}>
          {t('notSecure.text')}
        </Message>
      )}
      <div className="box-doors">
        {state === 'open' && (
          <Button kind="main" icon="write" onClick={onWrite}>
            {t('about.write')}
          </Button>
        )}
        <Button icon="key" onClick={onLook}>
          {t('about.look')}
        </Button>
      </div>
      <div className="box-two">
        <Points of="safe" />
        <Points of="not" />
      </div>
      {identity !== undefined && identity?.kind !== 'tablet' && <p>{t('about.ownPhone')}</p>}
      <Counts />
      <p>{t('about.elsewhere')}</p>
    </div>
  );
}
