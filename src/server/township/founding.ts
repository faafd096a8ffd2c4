/** The first events of a township: the founding one, and those that go with it, all or none. */
import { type ContentOf, parseContent } from '../../domain/event-types.ts';
import { parseBody, type SignedEvent } from '../../log/event.ts';
import { FOUNDING_STREAM, registryOf, townshipIdOf, type TownshipId } from '../../log/stream.ts';
import { Plan, type TownshipContext } from './plan.ts';
import { checkAuthor, checkContent, type CheckedEvent, type Rejection } from './check.ts';

export type Founding =
  | { ok: true; township: TownshipId }
  /** `number`: which event, from 0. `other-key`: the founding event names another log key than this server's. */
  | { ok: false; number: number; code: Rejection | 'not-a-founding' | 'other-key' }
  | { ok: false; code: 'already-set-up' };

type Context = Omit<TownshipContext, 'id'>;

/** Founds a township in an empty store. @throws StorageError */
export async function foundTownship(context: Context, events: SignedEvent[]): Promise<Founding> {
  const [first, ...others] = events;
  if (!first) return { ok: false, number: 0, code: 'not-a-founding' };
  const founding = await checkFounding(context, first);
  if (!founding.ok) return { ok: false, number: 0, code: founding.code };
  const township = townshipIdOf(founding.checked.id);
  const stream = registryOf(township);
  const plan = await Plan.start({ ...context, id: township }, null);
  const seen = new Set<string>();
  for (const [index, event] of [first, ...others].entries()) {
    const next = index === 0 ? founding : await checkOther(township, event);
    if (!next.ok) return { ok: false, number: index, code: next.code };
    if (seen.has(next.checked.id)) continue;
    seen.add(next.checked.id);
    const placed = await plan.place(next.checked, stream);
    if (placed.status === 'rejected') return { ok: false, number: index, code: placed.code };
  }
  const [append] = await plan.appends();
  const outcome = append ? await context.store.append(append) : 'stale';
  return outcome === 'stored' ? { ok: true, township } : { ok: false, code: 'already-set-up' };
}

type Checked =
  { ok: true; checked: CheckedEvent } | { ok: false; code: Rejection | 'not-a-founding' | 'other-key' };

async function checkFounding({ signer }: Context, event: SignedEvent): Promise<Checked> {
  const author = await checkAuthor(event);
  if (!author.ok) return author;
  const { header, id } = author;
  if (header.stream !== FOUNDING_STREAM || header.type !== 'township.founded' || event.body === null) {
    return { ok: false, code: 'not-a-founding' };
  }
  const body = parseBody(event.body, header);
  if (!body.ok) return { ok: false, code: body.fault };
  const parsed = parseContent(header.type, body.content);
  if (parsed.status !== 'known') return { ok: false, code: 'bad-content' };
  const { content } = parsed;
  const { logKey } = content as ContentOf<'township.founded'>;
  if (logKey !== signer.publicKey) return { ok: false, code: 'other-key' };
  const place = { kind: 'registry', unit: null } as const;
  return { ok: true, checked: { id, event, header, place, content, proven: true } };
}

/** What goes with the founding must be of the same registry. */
async function checkOther(township: TownshipId, event: SignedEvent): Promise<Checked> {
  const author = await checkAuthor(event);
  if (!author.ok) return author;
  if (author.header.stream !== registryOf(township)) return { ok: false, code: 'wrong-stream' };
  return checkContent(township, event, author);
}
