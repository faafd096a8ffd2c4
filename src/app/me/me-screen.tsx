/** Who I am on this phone, how it is set, and what to do when it is lost. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isOnBehalf, postsFor } from '../../domain/registry/rights.ts';
import { signerOf, unitOf } from '../board/people.ts';
import { LANGUAGES, setLanguage } from '../i18n/i18n.ts';
import { ButtonLink } from '../ui/button.tsx';
import { useIdentity, useRegistry } from '../ui/device-context.tsx';
import { useFormFactor } from '../ui/form-factor.ts';
import { Splash } from '../ui/media.tsx';
import { Screen } from '../ui/screen.tsx';
import { setContrast, setSize, SIZES, useContrast, useSize } from '../ui/settings.ts';
import { Card, Mark } from '../ui/surfaces.tsx';
import type { Identity } from '../../sync/client/device.ts';
import { NewsSettingLater } from '../news/later.tsx';
import { KeptFiles } from './kept-files.tsx';
import { Lost } from './lost.tsx';
import './me-screen.css';

/** A choice of a few, all in sight. */
function Choice<Value extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  legend: string;
  options: { value: Value; label: string; lang?: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className={option.value === value ? 'choice-on' : ''}>
            <input
              type="radio"
              name={legend}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span lang={option.lang}>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Settings() {
  const { t, i18n } = useTranslation('me');
  const size = useSize();
  const contrast = useContrast();
  const language = LANGUAGES.find((one) => one === i18n.language) ?? 'zh-CN';
  return (
    <Card className="stack">
      <Choice
        legend={t('size.title')}
        value={size}
        options={SIZES.map((one) => ({ value: one, label: t(`size.${one}`) }))}
        onChange={setSize}
      />
      <Choice
        legend={t('contrast.title')}
        value={contrast}
        options={(['normal', 'high'] as const).map((one) => ({ value: one, label: t(`contrast.${one}`) }))}
        onChange={setContrast}
      />
      <Choice
        legend={t('language')}
        value={language}
        options={LANGUAGES.map((one) => ({ value: one, label: t(`languages.${one}`), lang: one }))}
        onChange={(one) => void setLanguage(one)}
      />
    </Card>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="me-line">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Who({ identity }: { identity: Identity }) {
  const { t } = useTranslation('me');
  const registry = useRegistry();
  const me = signerOf(registry, identity.key);
  const revoked = registry?.devices[identity.key]?.revoked ?? null;
  const own = unitOf(registry, identity.unit);
  const others = registry
    ? postsFor(registry, identity.key).filter((unit) => isOnBehalf(registry, unit, identity.key))
    : [];
  return (
    <Card>
      <p className="me-name">{me?.name ?? t('noName')}</p>
      <p className="me-post">{me?.post}</p>
      <dl>
        <Line label={t('unit')}>{own?.name ?? identity.unit}</Line>
        {others.length > 0 && (
          <Line label={t('onBehalf')}>
            {others.map((unit) => unitOf(registry, unit)?.name ?? unit).join(t('comma'))}
          </Line>
        )}
        <Line label={t('state.title')}>
          {revoked ? (
            <Mark tone="red">{t('state.revoked')}</Mark>
          ) : (
            <Mark tone="green">{t('state.active')}</Mark>
          )}
        </Line>
        <Line label={t('storage.title')}>
          {identity.persistent ? t('storage.kept') : t('storage.notKept')}
        </Line>
      </dl>
      {revoked && <p>{t('state.revokedText', { reason: revoked.reason })}</p>}
    </Card>
  );
}

/** How the shared tablets of his units work, for those who post. */
function OwnTablets({ identity }: { identity: Identity }) {
  const { t } = useTranslation('me');
  const registry = useRegistry();
  const units = registry ? postsFor(registry, identity.key) : [];
  if (units.length === 0) return null;
  return (
    <Card className="stack-tight">
      <h2 className="me-heading">{t('tablets')}</h2>
      {units.map((unit) => (
        <ButtonLink key={unit} to={`/tablet/set/${unit}`} icon="tablet">
          {unitOf(registry, unit)?.name ?? unit}
        </ButtonLink>
      ))}
    </Card>
  );
}

/** The way into practice, for whoever writes and for whoever wants to see what it is like. */
function Practise() {
  const { t } = useTranslation('me');
  return (
    <Card className="stack-tight">
      <h2 className="me-heading">{t('practise.title')}</h2>
      <p>{t('practise.text')}</p>
      <ButtonLink to="/lessons" icon="write">
        {t('practise.begin')}
      </ButtonLink>
    </Card>
  );
}

/** Handing notices over where there is no network; on a shared tablet too, whose cadre comes here by his code. */
function Carry() {
  const { t } = useTranslation('me');
  return (
    <Card className="stack-tight">
      <h2 className="me-heading">{t('carry.title')}</h2>
      <p>{t('carry.text')}</p>
      <ButtonLink to="/carry" icon="qr">
        {t('carry.open')}
      </ButtonLink>
    </Card>
  );
}

function Visitor() {
  const { t } = useTranslation('me');
  return (
    <Card className="stack-tight">
      <p>{t('visitor')}</p>
      <ButtonLink to="/join" icon="key">
        {t('haveInvitation')}
      </ButtonLink>
    </Card>
  );
}

export function MeScreen() {
  useFormFactor('phone');
  const { t } = useTranslation('me');
  const identity = useIdentity();
  if (identity === undefined) return <Splash />;
  return (
    <Screen title={identity ? t('title') : t('titleVisitor')} back={identity ? undefined : '/'}>
      <div className="stack">
        {identity && <Who identity={identity} />}
        <Settings />
        {identity?.kind !== 'tablet' && <NewsSettingLater />}
        {identity?.kind !== 'tablet' && <Practise />}
        {identity && <Carry />}
        {identity && <KeptFiles />}
        {identity && identity.kind !== 'tablet' && <OwnTablets identity={identity} />}
        {identity ? <Lost identity={identity} /> : <Visitor />}
        <p className="second">{t('version', { version: __APP_VERSION__ })}</p>
      </div>
    </Screen>
  );
}
