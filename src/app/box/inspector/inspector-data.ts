/** What the inspector's screens read: live, from the tables of his own device. Opened words are in no table. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { type BoxCase, casesOf } from '../../../domain/box/cases.ts';
import { INSPECTOR_DESK } from '../../../domain/desk/events.ts';
import type { Envelope } from '../../../domain/desk/inbox.ts';
import { type Matter, matter } from '../../../domain/desk/matter.ts';
import { memberOf, type Registry } from '../../../domain/registry/registry.ts';
import { instantOf } from '../../../domain/time.ts';
import type { BoxCheck } from '../../../sync/client/box-work.ts';
import type { ReadAnswer } from '../../../sync/client/envelopes.ts';
import { useDevice, useIdentity, useNow, useRegistry } from '../../ui/index.ts';
import { useReports } from '../../ui/reports.ts';

export interface Inspector {
  key: string;
  name: string;
  post: string;
  registry: Registry;
  /** 'opening': nobody has a key yet. 'missing': others have it, this device has none. */
  keys: 'held' | 'opening' | 'missing';
}

/** Undefined while reading; null: not this person's screens. */
export function useInspector(): Inspector | null | undefined {
  const identity = useIdentity();
  const registry = useRegistry();
  if (identity === undefined || registry === undefined) return undefined;
  const me = identity && registry ? memberOf(registry, identity.key) : null;
  if (!identity || !registry || identity.kind === 'tablet' || me?.role !== 'inspector') return null;
  const desk = registry.desks[INSPECTOR_DESK];
  const keys = !desk ? 'opening' : desk.holders[identity.key] ? 'held' : 'missing';
  return { key: identity.key, name: me.name, post: me.post, registry, keys };
}

export interface InspectorCase extends BoxCase {
  unread: boolean;
  /** An answer of it is on its way. */
  sending: boolean;
}

/** Ids of envelopes whose answers are kept here and not taken in yet. */
function useAnswering(): ReadonlySet<string> {
  const { db } = useDevice();
  const ids = useLiveQuery(async () => {
    const rows = await db.outbox.where('phase').anyOf('waiting', 'refused').toArray();
    return rows.flatMap(({ type, body }) =>
      type === 'envelope.answered' ? [String((JSON.parse(body) as { envelope?: unknown }).envelope)] : [],
    );
  }, [db]);
  return new Set(ids);
}

/** All reports: those not read first, then the longest waiting. Undefined: being read. */
export function useCases(): InspectorCase[] | undefined {
  const reports = useReports();
  const answering = useAnswering();
  const now = useNow();
  if (reports === undefined) return undefined;
  return casesOf(reports.envelopes, instantOf(now))
    .map((one) => ({
      ...one,
      unread: one.envelopes.some(({ id }) => !reports.read.has(id)),
      sending: one.envelopes.some(({ id }) => answering.has(id)),
    }))
    .sort((one, other) => Number(other.unread) - Number(one.unread));
}

/** Whether the public figures are those of this device. */
export function useBoxCheck(): BoxCheck {
  const device = useDevice();
  const [check, setCheck] = useState<BoxCheck>('none');
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      await device.refreshBox();
      const found = await device.checkBox();
      if (!gone) setCheck(found);
    };
    void look();
    return () => {
      gone = true;
    };
  }, [device]);
  return check;
}

/** One envelope, opened in memory. 'locked': not by this device. 'strange': what was sealed is no report. */
export interface OpenedEnvelope {
  envelope: Envelope;
  said: Extract<Matter, { kind: 'report' | 'addition' }> | 'locked' | 'strange';
  /** Null: this device cannot open the answers. */
  answers: ReadAnswer[] | null;
}

const saidIn = (found: { matter: unknown } | null): OpenedEnvelope['said'] => {
  if (!found) return 'locked';
  const parsed = matter.safeParse(found.matter);
  if (!parsed.success) return 'strange';
  const { data } = parsed;
  return data.kind === 'report' || data.kind === 'addition' ? data : 'strange';
};

/** Opens a report with what was added to it, and marks as read what could be opened. Undefined: being opened. */
export function useOpened(one: BoxCase | null): OpenedEnvelope[] | undefined {
  const device = useDevice();
  const [opened, setOpened] = useState<OpenedEnvelope[]>();
  const envelopes = one?.envelopes;
  const wanted = envelopes?.map(({ id, answers }) => `${id} ${answers.length}`).join(' ');
  useEffect(() => {
    if (!envelopes) return;
    let gone = false;
    const open = async (): Promise<void> => {
      const all = await Promise.all(
        envelopes.map(async (envelope) => {
          const said = saidIn(await device.openEnvelope(INSPECTOR_DESK, envelope));
          const answers = said === 'locked' ? null : await device.deskAnswers(INSPECTOR_DESK, envelope);
          return { envelope, said, answers };
        }),
      );
      if (gone) return;
      setOpened(all);
      const read = all.flatMap(({ envelope, said }) => (said === 'locked' ? [] : [envelope.id]));
      await device.markReportsRead(read);
    };
    void open();
    return () => {
      gone = true;
    };
    // `wanted` says what is in `envelopes`, which is made anew at each look at the clock.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [device, wanted]);
  return opened;
}
