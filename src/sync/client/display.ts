/**
 * What a tablet knows of its own screen: noted while the page is seen, kept in the device's tables so that a power cut loses
 * a few minutes at most, and handed in as one signed event for each day that is over.
 */
import {
  type DisplayedDay,
  type DisplayLog,
  finished,
  NOTE_EVERY_MS,
  noted,
  unfinished,
} from '../../domain/display/display.ts';
import { instantOf, localDateOf } from '../../domain/time.ts';
import { publicStream, type TownshipId } from '../../log/stream.ts';
import type { DeviceDb, OutboxRow } from '../../store/device/db.ts';
import { getMeta, putMeta } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import { DISPLAY_ROWS } from './record-fold.ts';
import { identityOf } from './status.ts';

/** The `meta` row in which a tablet keeps its log. */
const DISPLAY = 'display';

async function ownDays(db: DeviceDb, unit: string): Promise<DisplayedDay[]> {
  const identity = await identityOf(db);
  if (identity?.kind !== 'tablet' || identity.unit !== unit) return [];
  const log = (await getMeta<DisplayLog>(db, DISPLAY)) ?? {};
  return Object.entries(log).map(([day, spans]) => ({ tablet: identity.key, day, spans, own: true }));
}

/**
 * What is known of the tablets of a unit since a day (`2026-11-24`): their reports, and this device's own days when it is
 * such a tablet.
 */
export async function displaysSince(
  db: DeviceDb,
  { township, unit }: { township: TownshipId; unit: string },
  day: string,
): Promise<DisplayedDay[]> {
  const stream = publicStream(township, unit);
  const rows = await db.rows
    .where('[stream+key]')
    .between([stream, DISPLAY_ROWS + day], [stream, `${DISPLAY_ROWS}\uffff`])
    .toArray();
  return [...rows.map(({ value }) => value as DisplayedDay), ...(await ownDays(db, unit))];
}

/**
 * Notes that the board is on this tablet's screen now; on any other device it does nothing. True: it is a tablet.
 * @param begins the screen was dark or hidden until now.
 */
async function note({ ports: { db, now } }: Core, seen: () => boolean, begins: boolean): Promise<boolean> {
  const identity = await identityOf(db);
  if (identity?.kind !== 'tablet') return false;
  const stream = publicStream(identity.township as TownshipId, identity.unit);
  await db.transaction('rw', [db.meta, db.heads], async () => {
    const held = (await db.heads.get(stream))?.size ?? 0;
    const log = (await getMeta<DisplayLog>(db, DISPLAY)) ?? {};
    if (seen()) await putMeta(db, DISPLAY, noted(log, now(), held, begins));
  });
  return true;
}

/** Signs and stores the reports of the days that are over. True: there are some to be sent. */
async function handIn(core: Core): Promise<boolean> {
  const { db, now, blobs } = core.ports;
  const identity = await identityOf(db);
  const log = identity?.kind === 'tablet' ? await getMeta<DisplayLog>(db, DISPLAY) : undefined;
  const today = localDateOf(instantOf(now()));
  const days = log ? finished(log, today) : [];
  if (days.length === 0) return false;
  const { signed } = await import('./publishing.ts');
  const rows: OutboxRow[] = [];
  for (const content of days) {
    const row = await signed(core, {
      stream: (township) => publicStream(township, identity!.unit),
      type: 'display.reported',
      content: { ...content },
      files: [],
      toSend: [],
      title: content.day,
      notice: null,
    });
    if (row.ok) rows.push(row.value);
  }
  if (rows.length < days.length) return false;
  await blobs.withRoom(() =>
    db.transaction('rw', [db.meta, db.outbox], async () => {
      const held = (await getMeta<DisplayLog>(db, DISPLAY)) ?? {};
      // Another window of this tablet may have handed them in meanwhile.
      if (!days.every(({ day }) => held[day])) return;
      await db.outbox.bulkAdd(rows);
      await putMeta(db, DISPLAY, unfinished(held, today));
    }),
  );
  return true;
}

export interface ScreenCommands {
  /** Said by tablet mode: outside its hours the screen is dark, and shows no board although its page is seen. */
  screenDark(dark: boolean): void;
}

export interface DisplayWatch extends ScreenCommands {
  start(): void;
  stop(): void;
  /** After a contact: notes what has come, and hands in the days that are over. */
  contacted(): Promise<void>;
}

/** Watches this page's screen. A storage that fails loses a note, and nothing else. */
export function watchDisplay(core: Core): DisplayWatch {
  const { page, timers } = core.ports;
  let stops: (() => void)[] = [];
  let cancel: (() => void) | null = null;
  let dark = false;
  /** Nothing was shown since the last note: the next one begins a span. */
  let broken = false;
  const shows = (): boolean => page.visible() && !dark;
  const quiet = (): void => {
    cancel?.();
    cancel = null;
  };
  const write = (seen: () => boolean): Promise<boolean> => {
    const begins = broken;
    if (shows()) broken = false;
    return note(core, seen, begins).catch(() => true);
  };
  const beat = async (): Promise<void> => {
    quiet();
    // Only a tablet goes on by a timer: everybody else's device has nothing to note, and rests.
    if (!shows() || !(await write(shows)) || !shows() || stops.length === 0) return;
    quiet();
    cancel = timers.after(NOTE_EVERY_MS, () => void beat());
  };
  const ended = (): void => {
    quiet();
    // What ends now was seen until now.
    void write(() => true);
    broken = true;
  };
  return {
    screenDark: (now) => {
      if (now === dark) return;
      dark = now;
      if (stops.length === 0 || !page.visible()) return;
      if (dark) ended();
      else void beat();
    },
    start: () => {
      if (stops.length > 0) return;
      stops = [
        page.onVisible((visible) => {
          if (dark) return;
          if (visible) void beat();
          else ended();
        }),
      ];
      void beat();
    },
    stop: () => {
      for (const stop of stops) stop();
      stops = [];
      quiet();
    },
    contacted: async () => {
      if (stops.length > 0) await (cancel === null ? beat() : write(shows));
      if (await handIn(core).catch(() => false)) core.wake();
    },
  };
}
