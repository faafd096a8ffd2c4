/** `/tablet`, on the tablet itself: how it is, and the way out, behind the code. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useLiveQuery } from 'dexie-react-hooks';
import { tabletSettings } from '../../domain/kiosk/settings.ts';
import type { TabletSettings } from '../../domain/registry/events.ts';
import { browserStorage } from '../../sync/client/browser.ts';
import { BoardFrame } from '../board/frame.tsx';
import { setAway, usePresence } from '../kiosk/presence.ts';
import { Button } from '../ui/button.tsx';
import {
  useClockFault,
  useContact,
  useDevice,
  useIdentity,
  useNow,
  useRegistry,
} from '../ui/device-context.tsx';
import { Splash } from '../ui/media.tsx';
import { setContrast, setSize, SIZES, useContrast, useSize } from '../ui/settings.ts';
import { Card, Empty, Message } from '../ui/surfaces.tsx';
import { useUpdate } from '../ui/updates.ts';
import { useWhen } from '../ui/use-when.ts';
import { useClockWords } from '../kiosk/clock-words.ts';
import { leaveWholeScreen, wholeScreen } from './bright.ts';
import { CodePad } from './code-pad.tsx';
import { bytesWords } from './words.ts';
import { weekdayOf } from '../../domain/kiosk/schedule.ts';

/** ms after which tablet mode comes back by itself. */
const AWAY_MS = 10 * 60_000;

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="own-line">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Room on the device, and how much of the log is here. */
function useHeld(): { storage: { used: number; quota: number } | null; records: number } {
  const { db } = useDevice();
  const [storage, setStorage] = useState<{ used: number; quota: number } | null>(null);
  useEffect(() => {
    void browserStorage().then(setStorage);
  }, []);
  const records = useLiveQuery(
    async () => (await db.heads.toArray()).reduce((sum, head) => sum + head.size, 0),
    [db],
  );
  return { storage, records: records ?? 0 };
}

function Health({ settings }: { settings: TabletSettings }) {
  const { t } = useTranslation('tablet');
  const contact = useContact();
  const when = useWhen();
  const { lit } = usePresence();
  const { storage, records } = useHeld();
  const clock = useClockWords(useClockFault());
  const today = settings.wakes[weekdayOf(useNow())];
  return (
    <Card>
      <h2>{t('own.health')}</h2>
      <dl>
        <Line label={t('own.heard')}>
          {contact?.lastContact ? when.moment(contact.lastContact) : t('own.never')}
        </Line>
        <Line label={t('own.version')}>{__APP_VERSION__}</Line>
        <Line label={t('own.storage')}>
          {storage
            ? t('own.storageOf', {
                used: bytesWords(storage.used),
                left: bytesWords(Math.max(0, storage.quota - storage.used)),
              })
            : t('own.storageUnknown')}
        </Line>
        <Line label={t('own.holds')}>{t('own.holdsN', { n: records })}</Line>
        <Line label={t('own.clock')}>{clock ?? t('own.clockRight')}</Line>
        <Line label={t('own.lit')}>{t(`own.lits.${lit}`)}</Line>
        <Line label={t('own.hours')}>{today ? t('own.today', today) : t('own.todayDark')}</Line>
        <Line label={t('own.idle')}>{t('own.seconds', { n: settings.idleSeconds })}</Line>
      </dl>
      <p className="second">{t('own.setWhere')}</p>
    </Card>
  );
}

function Sight() {
  const { t } = useTranslation('tablet');
  const me = useTranslation('me').t;
  const size = useSize();
  const contrast = useContrast();
  return (
    <Card className="stack">
      <h2>{t('own.size')}</h2>
      <div className="own-buttons">
        {SIZES.map((one) => (
          <Button key={one} aria-pressed={one === size} onClick={() => setSize(one)}>
            {me(`size.${one}`)}
          </Button>
        ))}
      </div>
      <h2>{t('own.contrast')}</h2>
      <div className="own-buttons">
        {(['normal', 'high'] as const).map((one) => (
          <Button key={one} aria-pressed={one === contrast} onClick={() => setContrast(one)}>
            {t(`own.contrasts.${one}`)}
          </Button>
        ))}
      </div>
    </Card>
  );
}

function Actions() {
  const { t } = useTranslation('tablet');
  const device = useDevice();
  const update = useUpdate();
  const { away } = usePresence();
  useEffect(() => {
    if (!away) return;
    const timer = setTimeout(() => setAway(false), AWAY_MS);
    return () => clearTimeout(timer);
  }, [away]);
  const leave = (): void => {
    setAway(true);
    leaveWholeScreen();
  };
  return (
    <Card className="stack">
      <div className="own-buttons">
        <Button icon="refresh" onClick={() => void device.contactNow().catch(() => undefined)}>
          {t('own.look')}
        </Button>
        {update && (
          <Button kind="main" onClick={update}>
            {t('own.update')}
          </Button>
        )}
        <Button icon="tablet" onClick={wholeScreen}>
          {t('own.whole')}
        </Button>
      </div>
      {away ? (
        <Message
          tone="amber"
          title={t('own.left')}
          action={
            <Button kind="main" onClick={() => setAway(false)}>
              {t('own.return')}
            </Button>
          }
        >
          {t('own.leaveText')}
        </Message>
      ) : (
        <>
          <p>{t('own.leaveText')}</p>
          <Button kind="danger" onClick={leave}>
            {t('own.leave')}
          </Button>
        </>
      )}
    </Card>
  );
}

export function OwnScreen() {
  const { t } = useTranslation('tablet');
  const identity = useIdentity();
  const registry = useRegistry();
  const [open, setOpen] = useState(false);
  if (identity === undefined || registry === undefined) return <Splash />;
  if (identity?.kind !== 'tablet') return <Navigate to="/" replace />;
  const settings = tabletSettings(registry, identity.unit);
  const { exitCode } = settings;
  return (
    <BoardFrame
      unit={identity.unit}
      title={t('own.title')}
      back={{ to: `/b/${identity.unit}`, label: t('own.back') }}
    >
      {!exitCode && (
        <Empty icon="key" title={t('own.noCode')}>
          {t('own.noCodeText')}
        </Empty>
      )}
      {exitCode && !open && <CodePad code={exitCode} onOpen={() => setOpen(true)} />}
      {exitCode && open && (
        <div className="own">
          <Health settings={settings} />
          <div className="stack">
            <Sight />
            <Actions />
          </div>
        </div>
      )}
    </BoardFrame>
  );
}
