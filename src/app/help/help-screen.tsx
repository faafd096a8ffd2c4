/** `/help?at=…`: help for the screen from which one came, and a search through all of it. Works offline. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ButtonLink, Card, Empty, Screen, TextField, useIdentity } from '../ui/index.ts';
import { GUIDES } from './guides.ts';
import { type Help, helpAt, searchHelp } from './help.ts';
import { OFFICE_HELP } from './office-help.ts';
import './help.css';

export const useHelpLanguage = (): 'zh' | 'en' =>
  useTranslation('help').i18n.language === 'en' ? 'en' : 'zh';

function HelpText({ help }: { help: Help }) {
  const { t } = useTranslation('help');
  const { what, jobs, wrong } = help[useHelpLanguage()];
  return (
    <div className="stack-tight help-text">
      <p>{what}</p>
      <h3>{t('jobs')}</h3>
      <ol>
        {jobs.map((job) => (
          <li key={job}>{job}</li>
        ))}
      </ol>
      <h3>{t('wrong')}</h3>
      <p>{wrong}</p>
    </div>
  );
}

function Folded({ help, open }: { help: Help; open: boolean }) {
  return (
    <li>
      <details className="card help-card" open={open}>
        <summary className="serif">{help[useHelpLanguage()].title}</summary>
        <HelpText help={help} />
      </details>
    </li>
  );
}

function Guides() {
  const { t } = useTranslation('help');
  const language = useHelpLanguage();
  return (
    <Card className="stack-tight">
      <h2>{t('guides.title')}</h2>
      <p className="second">{t('guides.lead')}</p>
      <div className="help-guides">
        {GUIDES.map(({ id, title }) => (
          <ButtonLink key={id} to={`/help/guides/${id}`}>
            {title[language]}
          </ButtonLink>
        ))}
      </div>
    </Card>
  );
}

export function HelpScreen() {
  const { t } = useTranslation('help');
  const language = useHelpLanguage();
  const [params] = useSearchParams();
  const at = params.get('at') ?? '';
  const [typed, setTyped] = useState('');
  const here = helpAt(at);
  const office = useIdentity()?.kind === 'office';
  // Without a question a cadre is not shown the office's screens.
  const found = searchHelp(typed, language).filter(
    (one) => typed !== '' || (one !== here && (office || !OFFICE_HELP.includes(one))),
  );
  return (
    <Screen title={t('title')} back={at.startsWith('/') ? at : '/'}>
      <div className="stack">
        {here && typed === '' && (
          <section className="card help-here" aria-labelledby="help-here">
            <p className="second">{t('here')}</p>
            <h2 id="help-here" className="serif">
              {here[language].title}
            </h2>
            <HelpText help={here} />
          </section>
        )}
        <Guides />
        <TextField label={t('find')} hint={t('findHint')} type="search" value={typed} onChange={setTyped} />
        {found.length === 0 ? (
          <Empty icon="search" title={t('none', { text: typed })} />
        ) : (
          <ul className="stack-tight">
            {found.map((help) => (
              <Folded key={help.id} help={help} open={typed !== '' && found.length <= 2} />
            ))}
          </ul>
        )}
        <Card className="stack-tight">
          <p>{t('practise')}</p>
          <ButtonLink icon="write" to="/lessons">
            {t('toPractice')}
          </ButtonLink>
        </Card>
      </div>
    </Screen>
  );
}
