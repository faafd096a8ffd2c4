/** What a reader must know about this device before believing what it shows. */
import { useTranslation } from 'react-i18next';
import { useContact, useDevice } from '../ui/device-context.tsx';
import { Button } from '../ui/button.tsx';
import { Message } from '../ui/surfaces.tsx';
import { useUpdate } from '../ui/updates.ts';
import './warnings.css';

const LOUD = ['contradiction', 'wrong-township', 'update-needed'] as const;

export function Warnings() {
  const { t } = useTranslation('board');
  const device = useDevice();
  const update = useUpdate();
  const contact = useContact();
  const found = LOUD.find((one) => one === contact?.state);
  if (!found) return null;
  const again = (): void => void device.contactNow().catch(() => undefined);
  return (
    <div className="warnings">
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
    </div>
  );
}
