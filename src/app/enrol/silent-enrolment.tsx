/**
 * A tablet is set up by opening its board once with an invitation: `/b/<unit>#<code>`. Nothing has to be tapped.
 * The code leaves the address as soon as it is used up, so that nobody reads it off the screen.
 */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { Device } from '../../sync/client/device.ts';
import { Button } from '../ui/button.tsx';
import { useDevice, useIdentity } from '../ui/device-context.tsx';
import { Message } from '../ui/surfaces.tsx';
import { isInvited, unitOfBoard } from './invited.ts';
import './silent-enrolment.css';

type Fault = (Awaited<ReturnType<Device['enrol']>> & { ok: false })['code'];

export function SilentEnrolment() {
  const { t } = useTranslation('enrol');
  const device = useDevice();
  const identity = useIdentity();
  const navigate = useNavigate();
  const { pathname, hash } = useLocation();
  const [fault, setFault] = useState<Fault | null>(null);
  const [attempt, setAttempt] = useState(0);
  const tried = useRef('');
  const unit = unitOfBoard(pathname);
  const invited = isInvited(pathname, hash);
  useEffect(() => {
    if (!invited || identity === undefined) return;
    const key = `${attempt} ${hash}`;
    if (tried.current === key) return;
    tried.current = key;
    const done = (): void => void navigate(pathname, { replace: true });
    if (identity !== null) return done();
    const enrol = async (): Promise<void> => {
      const link = `${window.location.origin}/join${hash}`;
      // A browser that was never here knows the village's name from the invitation alone.
      const invitation = await device.previewInvitation(link);
      const name = invitation.ok ? invitation.unitName : (unit ?? '');
      const outcome = await device.enrol(link, t('deviceName.tablet', { name }));
      if (outcome.ok || outcome.code === 'already-enrolled') done();
      else setFault(outcome.code);
    };
    void enrol();
  }, [device, identity, invited, hash, pathname, attempt, navigate, unit, t]);
  if (!invited || !fault || identity) return null;
  const leave = (): void => {
    setFault(null);
    void navigate(pathname, { replace: true });
  };
  return (
    <div className="silent">
      <Message
        tone="amber"
        title={t('tabletFailed', { reason: t(`refused.${fault}.title`) })}
        action={
          <div className="silent-actions">
            <Button
              kind="main"
              icon="refresh"
              onClick={() => {
                setFault(null);
                setAttempt((count) => count + 1);
              }}
            >
              {t('again')}
            </Button>
            <Button onClick={leave}>{t('onlyRead')}</Button>
          </div>
        }
      >
        {t(`refused.${fault}.text`)}
      </Message>
    </div>
  );
}
