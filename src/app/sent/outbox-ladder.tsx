/** How far one item of the outbox has come, live. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { OutboxRow } from '../../store/device/db.ts';
import { Ladder, useContact, useDevice, useIdentity, useRegistry } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { inWords, type Words } from './ladder-words.ts';
import { stepsOf, type Surroundings } from './standing.ts';

/** What all items stand in: read once for a whole list. */
export function useSurroundings(): { around: Surroundings; words: Words } {
  const { db } = useDevice();
  const { t } = useTranslation('sent');
  const when = useWhen(1000);
  const registry = useRegistry() ?? null;
  const contact = useContact() ?? null;
  const computer = useIdentity()?.kind === 'office';
  const contacts = useLiveQuery(() => db.contacts.toArray(), [db]) ?? [];
  const now = new Date(when.now).toISOString();
  return { around: { registry, contact, contacts, now }, words: { t, when, registry, computer } };
}

export function OutboxLadder({ row, around, words }: { row: OutboxRow; around: Surroundings; words: Words }) {
  return <Ladder steps={stepsOf(row, around).map((step) => inWords(step, words))} />;
}
