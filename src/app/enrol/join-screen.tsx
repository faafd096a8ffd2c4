/** Joining by invitation: what it is for, one button; every refusal in words with the next step. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Device, InvitationPreview } from '../../sync/client/device.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useDevice, useIdentity } from '../ui/device-context.tsx';
import { useFormFactor } from '../ui/form-factor.ts';
import { Icon } from '../ui/icon.tsx';
import { Screen } from '../ui/screen.tsx';
import { Message } from '../ui/surfaces.tsx';
import { CodeForm } from './code-form.tsx';
import './join-screen.css';
import { type Obstacle, obstacleOf, surroundings } from './surroundings.ts';

type Invited = InvitationPreview & { ok: true };
type Refused =
  | (InvitationPreview & { ok: false })['code']
  | (Awaited<ReturnType<Device['enrol']>> & { ok: false })['code'];

/** Those after which another try with the same invitation makes sense. */
const AGAIN: Refused[] = ['no-network', 'storage-failed'];

function Hindered({ obstacle }: { obstacle: Obstacle }) {
  const { t } = useTranslation('enrol');
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard
      ?.writeText(window.location.href)
      .then(() => setCopied(true))
      .catch(() => undefined);
  };
  return (
    <Message
      tone="amber"
      title={t(`obstacle.${obstacle}.title`)}
      action={
        'clipboard' in navigator ? (
          <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>
        ) : undefined
      }
    >
      {t(`obstacle.${obstacle}.text`)}
    </Message>
  );
}

function Invitation({ invited, busy, join }: { invited: Invited; busy: boolean; join: () => void }) {
  const { t } = useTranslation('enrol');
  const { memberName, memberPost, unitName, townshipName, kind } = invited;
  return (
    <div className="invitation">
      <Icon name={kind === 'office' ? 'computer' : kind} className="invitation-icon" />
      <p className="second">{t('from', { township: townshipName })}</p>
      <p className="invitation-name">{memberName ?? t('tabletOf', { unit: unitName })}</p>
      {memberPost && <p className="invitation-post">{memberPost}</p>}
      <p className="invitation-unit">{unitName}</p>
      <Button kind="main" busy={busy} onClick={join} className="invitation-join">
        {busy ? t('joining') : memberName ? t('join') : t('joinTablet')}
      </Button>
      <p className="second">{t(`onceOnly.${kind}`)}</p>
    </div>
  );
}

function Refusal({ code, again }: { code: Refused; again: () => void }) {
  const { t } = useTranslation('enrol');
  const waiting = AGAIN.includes(code);
  const action =
    code === 'already-enrolled' ? (
      <ButtonLink kind="main" to="/">
        {t('toBoard')}
      </ButtonLink>
    ) : waiting ? (
      <Button kind="main" icon="refresh" onClick={again}>
        {t('again')}
      </Button>
    ) : (
      <ButtonLink to="/units" icon="board">
        {t('read')}
      </ButtonLink>
    );
  return (
    <Message
      tone={waiting ? 'amber' : code === 'already-enrolled' ? 'blue' : 'red'}
      title={t(`refused.${code}.title`)}
      action={action}
    >
      {t(`refused.${code}.text`)}
    </Message>
  );
}

/** Asks what the invitation says, and again when `attempt` changes. Undefined while it is asked. */
function usePreview(link: string | null, attempt: number): InvitationPreview | undefined {
  const device = useDevice();
  const [found, setFound] = useState<{ key: string; preview: InvitationPreview } | null>(null);
  const key = `${attempt} ${link ?? ''}`;
  useEffect(() => {
    if (link === null) return;
    let gone = false;
    const ask = async (): Promise<void> => {
      const preview = await device.previewInvitation(link);
      if (!gone) setFound({ key, preview });
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [device, link, key]);
  return found?.key === key ? found.preview : undefined;
}

function useJoin(link: string | null, invited: Invited | null) {
  const { t } = useTranslation('enrol');
  const device = useDevice();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const join = async (): Promise<void> => {
    if (!link || !invited) return;
    setBusy(true);
    setRefused(null);
    const { memberName: name, unitName: unit, kind } = invited;
    const outcome = await device.enrol(link, t(`deviceName.${kind}`, { name: name ?? unit }));
    setBusy(false);
    if (outcome.ok) void navigate('/', { replace: true, state: { joined: true } });
    else setRefused(outcome.code);
  };
  return { busy, refused, join, forget: () => setRefused(null) };
}

export function JoinScreen() {
  useFormFactor('phone');
  const { t } = useTranslation('enrol');
  const { hash } = useLocation();
  const navigate = useNavigate();
  const enrolled = useIdentity();
  const [attempt, setAttempt] = useState(0);
  const link = hash.length > 1 ? `${window.location.origin}/join${hash}` : null;
  const preview = usePreview(link, attempt);
  const invited = preview?.ok ? preview : null;
  const { busy, refused, join, forget } = useJoin(link, invited);
  const obstacle = obstacleOf(surroundings());
  const code = refused ?? (preview && !preview.ok ? preview.code : null);
  const again = (): void => {
    forget();
    setAttempt((count) => count + 1);
  };
  return (
    <Screen title={t('title')} back={enrolled ? '/' : undefined} tabs={false}>
      <div className="stack">
        {obstacle && !enrolled && <Hindered obstacle={obstacle} />}
        {link && !preview && <p aria-live="polite">{t('asking')}</p>}
        {code && <Refusal code={code} again={again} />}
        {invited && !code && <Invitation invited={invited} busy={busy} join={() => void join()} />}
        {(!link || (code && code !== 'already-enrolled')) && (
          <CodeForm onCode={(text) => void navigate(`/join#${text}`, { replace: true })} />
        )}
      </div>
    </Screen>
  );
}
