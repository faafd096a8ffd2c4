/** Tablet mode: what a shared tablet does by itself. Loaded on tablets alone; draws only what stands over the board. */
import { useEffect, useMemo, useState } from 'react';
import { showOf, urgentOf } from '../../domain/kiosk/levels.ts';
import { isAwake } from '../../domain/kiosk/schedule.ts';
import { overBoard } from '../../domain/kiosk/screen.ts';
import { tabletSettings } from '../../domain/kiosk/settings.ts';
import type { Identity } from '../../sync/client/device.ts';
import { useBoard, useBoardTime } from '../board/board-data.ts';
import { useDevice, useIdentity, useRegistry } from '../ui/device-context.tsx';
import { useFormFactor } from '../ui/form-factor.ts';
import { useUpdate } from '../ui/updates.ts';
import { Asleep } from './asleep.tsx';
import { useLit, useNoWayOut, useTabletManifest, useWholeScreen } from './bright.ts';
import { setOver, someoneIsHere, usePresence } from '../kiosk/presence.ts';
import { Show } from './show.tsx';
import { StillThere } from './still-there.tsx';
import './tablet-mode.css';
import { Urgent } from './urgent.tsx';

/** Pages of the board from which the show takes its notices; what still runs comes from older ones, too. */
const PAGES = 2;
/** ms of nobody being there after which a newer version is taken by day, too. */
const LONG_IDLE_MS = 10 * 60_000;

/** What is new on the tablet's own board; read again only when the board changes. */
function useNews(unit: string) {
  const board = useBoard(unit, PAGES);
  const time = useBoardTime();
  return useMemo(() => {
    const all = [...(board?.notices ?? []), ...(board?.running ?? [])];
    return { urgent: urgentOf(all, time), show: showOf(all, time) };
  }, [board, time]);
}

/** Takes a newer version of the app when nobody can notice: in the dark hours, or after a long time without anybody. */
function useUnseenUpdate(idle: boolean, asleep: boolean): void {
  const update = useUpdate();
  useEffect(() => {
    if (!update || !idle) return;
    const timer = setTimeout(update, asleep ? 0 : LONG_IDLE_MS);
    return () => clearTimeout(timer);
  }, [update, idle, asleep]);
}

function Mode({ identity }: { identity: Identity }) {
  const registry = useRegistry();
  const settings = tabletSettings(registry, identity.unit);
  const { idle, away, visitor } = usePresence();
  const { urgent, show } = useNews(identity.unit);
  const [seen, setSeen] = useState<{ by: number; ids: string[] }>({ by: visitor, ids: [] });
  const putBy = seen.by === visitor ? seen.ids : [];
  const pressing = idle ? urgent : urgent.filter(({ id }) => !putBy.includes(id));
  const awake = isAwake(settings.wakes, useBoardTime());
  const over = overBoard({
    awake,
    idle,
    away,
    show: settings.show && show.length > 0,
    urgent: pressing.length,
  });
  const lit = useLit(awake && !away);
  useWholeScreen();
  useNoWayOut();
  useTabletManifest();
  useUnseenUpdate(idle, over === 'asleep');
  useEffect(() => setOver(over, lit), [over, lit]);
  useEffect(() => () => setOver(null, 'off'), []);
  const { screenDark } = useDevice();
  // What nobody can read is not claimed as shown.
  useEffect(() => screenDark(over === 'asleep'), [screenDark, over]);
  useEffect(() => () => screenDark(false), [screenDark]);
  const putAway = (): void => {
    setSeen({ by: visitor, ids: urgent.map(({ id }) => id) });
    someoneIsHere();
  };
  if (over === 'asleep') return <Asleep wakes={settings.wakes} onWake={someoneIsHere} />;
  if (over === 'urgent')
    return (
      <Urgent unit={identity.unit} notices={pressing} sound={settings.sound && awake} onPutAway={putAway} />
    );
  if (over === 'show') return <Show unit={identity.unit} notices={show} onWake={someoneIsHere} />;
  return idle || away ? null : (
    <StillThere key={visitor} idleSeconds={settings.idleSeconds} home={`/b/${identity.unit}`} />
  );
}

export default function TabletMode() {
  useFormFactor('tablet');
  const identity = useIdentity();
  return identity?.kind === 'tablet' ? <Mode identity={identity} /> : null;
}
