/** `/help/guides/:id`: one page to print. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { Button, Screen } from '../ui/index.ts';
import { GUIDES, pictureOf } from './guides.ts';
import { useHelpLanguage } from './help-screen.tsx';
import './help.css';

function Picture({ src, alt }: { src: string; alt: string }) {
  const { t } = useTranslation('help');
  const [gone, setGone] = useState(false);
  return gone ? (
    <p className="guide-missing second">{t('guides.missing')}</p>
  ) : (
    <img src={src} alt={alt} width={390} height={720} onError={() => setGone(true)} />
  );
}

export function GuideScreen() {
  const { t } = useTranslation('help');
  const language = useHelpLanguage();
  const { id } = useParams();
  const guide = GUIDES.find((one) => one.id === id);
  if (!guide) return <Navigate to="/help" replace />;
  return (
    <Screen
      title={guide.title[language]}
      back="/help"
      footer={
        <Button kind="main" icon="print" onClick={() => window.print()}>
          {t('guides.print')}
        </Button>
      }
    >
      <article className="guide">
        <ol className="guide-steps">
          {guide.steps.map((step, n) => (
            <li key={step.en}>
              <p>
                <span className="guide-number serif figures">{n + 1}</span>
                {step[language]}
              </p>
              <Picture src={pictureOf(guide.id, n)} alt={t('guides.picture', { n: n + 1 })} />
            </li>
          ))}
        </ol>
        <p className="second">{t('guides.made')}</p>
      </article>
    </Screen>
  );
}
