/**
 * Objections in a publicity period, as the unit's people work on them: taken down at the counter, or sealed to the unit's desk
 * from a tablet or a phone; answered, and counted in the result. Works offline.
 */
import type { Envelope } from '../../domain/desk/inbox.ts';
import { matters } from '../../domain/desk/matter.ts';
import { currentRevision } from '../../domain/notice/notice.ts';
import { type Objection, uniqueObjections } from '../../domain/review/queue.ts';
import { officeStream, publicStream, type TownshipId } from '../../log/stream.ts';
import type { Core } from './core.ts';
import type { Outcome, SaveFault } from './device.ts';
import { ownView } from './history.ts';
import { done, failed, saved } from './outcome.ts';
import { type Item, put, signed } from './publishing.ts';
import { officeRecords } from './review.ts';

/** An objection that arrived sealed, opened on this device alone. */
export interface SealedObjection {
  envelope: Envelope;
  text: string;
  /** Both may be empty. The way to reach the person stays in the envelope. */
  name: string;
  contact: string;
  /** Answered here, and on its way. */
  onItsWay: boolean;
}

export interface ObjectionCommands {
  /** Records an objection taken at the counter; name and contact may be empty. 'gone': the notice is not here. */
  makeObjection(
    unit: string,
    notice: string,
    said: { name: string; contact: string; text: string },
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** Answers an objection that was taken down. 'gone': it is not here, or is answered. */
  answerObjection(
    unit: string,
    objection: string,
    said: { upheld: boolean; answer: string },
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** Publishes the result of a publicity period, with its objections counted. 'gone': not here, or closed. */
  closePublicity(unit: string, notice: string, result: string): Promise<Outcome<{ id: string }, SaveFault>>;
  /** Objections to a notice that came sealed and are not taken down yet; empty for who may not open the desk. */
  sealedObjections(unit: string, notice: string): Promise<SealedObjection[]>;
  /**
   * Takes a sealed objection down in the unit's record, answers it there, and under the receipt code.
   * `word`: the answer as the sender reads it. 'gone': it cannot be opened here.
   */
  answerSealedObjection(
    unit: string,
    notice: string,
    sealed: Pick<SealedObjection, 'envelope' | 'text' | 'name'>,
    said: { upheld: boolean; answer: string; word: string },
  ): Promise<Outcome<{ id: string }, SaveFault>>;
}

const NO_FILES: Pick<Item, 'files' | 'toSend'> = { files: [], toSend: [] };

const inOffice =
  (unit: string) =>
  (township: TownshipId): string =>
    officeStream(township, unit);

const titleOf = async (core: Core, unit: string, notice: string): Promise<string | null> => {
  const own = await ownView(core.ports, unit, notice);
  return own && currentRevision(own.notice).content.title;
};

function makeObjection(
  ...[core, unit, notice, said]: [Core, ...Parameters<ObjectionCommands['makeObjection']>]
) {
  return saved(async (): Promise<Outcome<{ id: string }, SaveFault>> => {
    const title = await titleOf(core, unit, notice);
    if (title === null) return failed('gone');
    const { name, contact, text } = said;
    const content = { notice, name: name.trim(), contact: contact.trim(), text: text.trim() };
    const item = { ...NO_FILES, stream: inOffice(unit), type: 'objection.made', content, title, notice };
    const row = await put(core, item);
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

function answerObjection(
  ...[core, unit, id, { upheld, answer }]: [Core, ...Parameters<ObjectionCommands['answerObjection']>]
) {
  return saved(async (): Promise<Outcome<{ id: string }, SaveFault>> => {
    const record = (await officeRecords(core, unit)).find((one) => one.what === 'objection' && one.id === id);
    if (record?.what !== 'objection' || record.answer) return failed('gone');
    const row = await put(core, {
      ...NO_FILES,
      stream: inOffice(unit),
      type: 'objection.answered',
      content: { objection: id, upheld, answer: answer.trim() },
      title: (await titleOf(core, unit, record.notice)) ?? '',
      notice: record.notice,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

/** The objections to a notice in the unit's record, each envelope once. */
const taken = async (core: Core, unit: string, notice: string): Promise<Objection[]> =>
  uniqueObjections(
    (await officeRecords(core, unit)).flatMap((one) =>
      one.what === 'objection' && one.notice === notice ? [one] : [],
    ),
  );

function closePublicity(
  ...[core, unit, notice, result]: [Core, ...Parameters<ObjectionCommands['closePublicity']>]
) {
  return saved(async (): Promise<Outcome<{ id: string }, SaveFault>> => {
    const own = await ownView(core.ports, unit, notice);
    if (!own || own.notice.publicityResult || own.notice.withdrawal) return failed('gone');
    const about = await taken(core, unit, notice);
    const upheld = about.filter(({ answer }) => answer?.upheld).length;
    const row = await put(core, {
      ...NO_FILES,
      stream: (township) => publicStream(township, unit),
      type: 'notice.publicity-closed',
      content: { notice, objections: about.length, upheld, result: result.trim() },
      title: currentRevision(own.notice).content.title,
      notice,
    });
    return row.ok ? done({ id: row.value.id }) : row;
  });
}

/** Envelopes whose taking down waits on this device. */
async function onTheirWay(core: Core): Promise<Set<string>> {
  const rows = await core.ports.db.outbox.where('phase').equals('waiting').toArray();
  const made = rows.filter(({ type }) => type === 'objection.made');
  return new Set(made.flatMap(({ body }) => (JSON.parse(body) as { envelope?: string }).envelope ?? []));
}

async function sealedObjections(core: Core, unit: string, notice: string): Promise<SealedObjection[]> {
  const { deskInbox, openEnvelope } = await import('./desk-work.ts');
  const [inbox, waiting, known] = await Promise.all([
    deskInbox(core, unit),
    onTheirWay(core),
    taken(core, unit, notice),
  ]);
  const answered = new Set(known.map(({ envelope }) => envelope));
  const found: SealedObjection[] = [];
  for (const envelope of inbox) {
    if (answered.has(envelope.id)) continue;
    const read = await openEnvelope(core, unit, envelope);
    const parsed = read && matters.objection.safeParse(read.matter);
    if (!parsed?.success || parsed.data.notice !== notice) continue;
    const { text, name, contact } = parsed.data;
    found.push({ envelope, text, name, contact, onItsWay: waiting.has(envelope.id) });
  }
  return found;
}

function answerSealedObjection(
  ...[core, unit, notice, sealed, said]: [Core, ...Parameters<ObjectionCommands['answerSealedObjection']>]
) {
  return saved(async (): Promise<Outcome<{ id: string }, SaveFault>> => {
    const { db, blobs } = core.ports;
    const { answerItem } = await import('./desk-work.ts');
    const { envelope, text, name } = sealed;
    if ((await onTheirWay(core)).has(envelope.id)) return failed('gone');
    const reply = await answerItem(core, unit, envelope, { text: said.word, closes: true });
    if (!reply) return failed('gone');
    const title = (await titleOf(core, unit, notice)) ?? '';
    const about = { ...NO_FILES, stream: inOffice(unit), title, notice };
    const content = { notice, name, contact: '', text: text.trim(), envelope: envelope.id };
    const made = await signed(core, { ...about, type: 'objection.made', content });
    if (!made.ok) return made;
    const answered = { objection: made.value.id, upheld: said.upheld, answer: said.answer.trim() };
    const answer = await signed(core, { ...about, type: 'objection.answered', content: answered });
    const word = answer.ok ? await signed(core, reply) : answer;
    if (!answer.ok) return answer;
    if (!word.ok) return word;
    const rows = [made.value, answer.value, word.value];
    await blobs.withRoom(() => db.transaction('rw', db.outbox, () => db.outbox.bulkAdd(rows)));
    core.wake();
    return done({ id: made.value.id });
  });
}

/** What screens may ask of objections. */
export const objectionCommands = (core: Core): ObjectionCommands => ({
  makeObjection: (...given) => makeObjection(core, ...given),
  answerObjection: (...given) => answerObjection(core, ...given),
  closePublicity: (...given) => closePublicity(core, ...given),
  sealedObjections: (unit, notice) => sealedObjections(core, unit, notice),
  answerSealedObjection: (...given) => answerSealedObjection(core, ...given),
});
