/** What a reader must know about this device before believing what it shows. */
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from 'dexie-react-hooks';
import { STORAGE_FAULT } from '../../store/device/meta.ts';
import { useClockWords } from '../kiosk/clock-words.ts';
import { useClockFault, useContact, useDevice, useIdentity } from '../ui/device-context.tsx';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/surfaces.tsx';
import { useUpdate } from '../ui/updates.ts';
import './warnings.css';

const LOUD = ['contradiction', 'wrong-township', 'update-needed'] as const;

export function Warnings() {
  const { t } = useTranslation('board');
  const kiosk = useTranslation('kiosk').t;
  const device = useDevice();
  const update = useUpdate();
  const contact = useContact();
  const shared = useIdentity()?.kind === 'tablet';
  const full = useLiveQuery(
    async () =>
      ((await device.db.meta.get(STORAGE_FAULT))?.value as { fault: string } | null)?.fault === 'full',
    [device],
  );
  const clock = useClockWords(useClockFault());
  const found = LOUD.find((one) => one === contact?.state);
  if (!found && !(shared && (full || clock !== null))) return null;
  const again = (): void => void device.contactNow().catch(() => undefined);
  return (
    <div className="warnings">
      {shared && full && (
        <Message tone="amber" title={kiosk('full.title')}>
          {kiosk('full.text')}
        </Message>
      )}
      {clock !== null && <Message tone="amber" title={kiosk('clock.wrong', { words: clock })} />}
      {found && (
        <Message
          tone="red"
          title={t(`warning.${found}.title`)}
          action={
            found === 'update-needed' ? (
              <Button kind="main" icon="refresh" onClick={update ?? (() => window.location.reload())}>
                {t('warning.update')}
              </Button>
            ) : (
              <Button icon="refresh" onClick={again}>
                {t('warning.again')}
              </Button>
            )
          }
        >
          {t(`warning.${found}.text`)}
        </Message>
      )}
    </div>
  );
}
