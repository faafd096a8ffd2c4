/** The recovery sheet: the township's log key on paper. Shown once; nobody leaves before it is printed and put away. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, Message, Qr, Screen, useRegistry } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { type Founded, groupsOf } from './setup-form.ts';

/** Asks before the window is closed. */
function useAskBeforeClosing(ask: boolean): void {
  useEffect(() => {
    if (!ask) return;
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [ask]);
}

function Key({
  name,
  use,
  hex,
  secret = false,
}: {
  name: string;
  use: string;
  hex: string;
  secret?: boolean;
}) {
  return (
    <section className={`sheet-key ${secret ? 'sheet-secret' : ''}`}>
      <h3>{name}</h3>
      <p className="second">{use}</p>
      <ol className="sheet-groups">
        {groupsOf(hex).map((line, at) => (
          <li key={at}>
            {line.map((group, place) => (
              <span key={place}>{group} </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function RecoverySheet({ founded }: { founded: Founded }) {
  const { t } = useTranslation('setup');
  const when = useWhen();
  const registry = useRegistry();
  const keep = t('sheet.keep', { returnObjects: true }) as string[];
  return (
    <article className="recovery card">
      <header className="recovery-head">
        <h2 className="serif">{t('sheet.title')}</h2>
        <span>{founded.name}</span>
      </header>
      <p>{t('sheet.date', { date: when.fullDay(when.now), name: founded.person })}</p>
      <Key name={t('sheet.township')} use={t('sheet.townshipUse')} hex={founded.township} />
      {registry?.logKey ? (
        <Key name={t('sheet.logKey')} use={t('sheet.logKeyUse')} hex={registry.logKey} />
      ) : (
        <p className="second">
          {t('sheet.logKey')}：{t('sheet.logKeyLater')}
        </p>
      )}
      <div className="recovery-secret">
        <Key name={t('sheet.seed')} use={t('sheet.seedUse')} hex={founded.recovery} secret />
        <Qr text={founded.recovery} label={t('sheet.qr')} />
      </div>
      <section>
        <h3>{t('sheet.keepTitle')}</h3>
        <ol className="recovery-keep">
          {keep.map((line, index) => (
            <li key={line}>
              {index + 1}. {line}
            </li>
          ))}
        </ol>
      </section>
      <dl className="recovery-sign">
        <dt>{t('sheet.sign')}</dt>
        <dd />
        <dt>{t('sheet.place')}</dt>
        <dd />
      </dl>
    </article>
  );
}

export function RecoveryScreen({ founded }: { founded: Founded }) {
  const { t } = useTranslation('setup');
  const navigate = useNavigate();
  const [ticked, setTicked] = useState(false);
  useAskBeforeClosing(!ticked);
  return (
    <Screen
      title={t('sheet.title')}
      footer={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
          <Button kind="main" disabled={!ticked} onClick={() => void navigate('/office', { replace: true })}>
            {t(ticked ? 'sheet.next' : 'sheet.leave')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="no-print">
          <Message tone="amber" title={t('sheet.done')}>
            {t('sheet.why')}
          </Message>
        </div>
        <RecoverySheet founded={founded} />
        <label className="recovery-tick no-print">
          <input type="checkbox" checked={ticked} onChange={(event) => setTicked(event.target.checked)} />
          <span>{t('sheet.ticked')}</span>
        </label>
      </div>
    </Screen>
  );
}
