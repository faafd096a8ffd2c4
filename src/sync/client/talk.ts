/**
 * Comments at a unit's desk, as whoever may open it works on them: opened on this device alone, published with an answer
 * or refused with a reason, and counted. Each decision is signed and put in the outbox, so that it works offline.
 */
import type * as z from 'zod/mini';
import { type Envelope } from '../../domain/desk/inbox.ts';
import { matter, type matters } from '../../domain/desk/matter.ts';
import type { Refusal } from '../../domain/talk/events.ts';
import {
  type Comment,
  commentKey,
  NO_NOTICE_TALK,
  NO_UNIT_TALK,
  type NoticeTalk,
  noticeTalkKey,
  type TalkRecord,
  UNIT_TALK,
  type UnitTalk,
} from '../../domain/talk/talk.ts';
import { plainWords } from '../../domain/talk/plain.ts';
import { isOverdue } from '../../domain/talk/term.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { publicStream, type TownshipId } from '../../log/stream.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import { pinnedTownship } from '../../store/device/meta.ts';
import type { Core } from './core.ts';
import { answerEnvelope, deskInbox, openEnvelope } from './desk-work.ts';
import type { Outcome, SaveFault } from './device.ts';
import { streamOfDesk } from './envelope-outbox.ts';
import { lightNotice } from './history.ts';
import { done, failed, saved } from './outcome.ts';
import { signed } from './publishing.ts';
import { isWaiting } from './talk-waiting.ts';

/** A comment that arrived, opened. */
export interface ArrivedComment {
  envelope: Envelope;
  notice: string;
  /** The notice as the board has it; null: it is not on the unit's board. */
  about: { title: string; withdrawn: boolean } | null;
  text: string;
  /** Empty: none was given. */
  name: string;
  /** What the unit decided; null: nothing that the township has taken in. */
  decision: Comment['decision'] | null;
  /** What was decided here and is still on its way; 'alone': answered under the receipt code, and not in public. */
  onItsWay: 'published' | 'refused' | 'alone' | null;
}

export interface Clear {
  yes: number;
  no: number;
}

/** What arrived about one notice, and what of it is public. */
export interface ArrivedClear extends Clear {
  /** Null: the notice is not on the unit's board. */
  title: string | null;
  published: Clear | null;
}

/** A desk's comments. */
export interface DeskTalk {
  /** Newest first. */
  comments: ArrivedComment[];
  /** 'Was this clear?' by the notice's id. */
  clear: Map<string, ArrivedClear>;
  /** Envelopes that this device cannot open: its key has not been handed on yet. */
  closed: number;
  /** Events of the desk held here. */
  upTo: number;
}

/** Which comment is decided. */
export type Which = Pick<ArrivedComment, 'envelope' | 'notice'>;

export interface TalkCommands {
  /** What residents said to a unit's desk. Nothing of it is stored in the open. */
  deskTalk(unit: string): Promise<DeskTalk>;
  /** Publishes a comment with its answer; the sender reads it under his code too. `title`: of the notice. */
  publishComment(
    unit: string,
    which: Which,
    said: { text: string; name: string; answer: string; title: string },
  ): Promise<Outcome<void, SaveFault>>;
  /** Refuses a comment, or takes down one that was shown. `word`: for the sender, under his code; empty: none. */
  refuseComment(
    unit: string,
    which: Which,
    said: { reason: Refusal; word: string; title: string },
  ): Promise<Outcome<void, SaveFault>>;
  /** Answers under the receipt code alone: for a comment on a notice that is not shown any more. */
  answerAlone(unit: string, which: Which, word: string): Promise<Outcome<void, SaveFault>>;
  correctCommentAnswer(
    unit: string,
    which: Which,
    said: { answer: string; title: string },
  ): Promise<Outcome<void, SaveFault>>;
  /** Signs how many comments arrived and wait, and how many found a notice clear, where it has changed. */
  countTalk(unit: string, about: { notice: string; title: string }): Promise<Outcome<void, SaveFault>>;
}

type OneClear = z.infer<typeof matters.clear>;
type Opened = ReturnType<typeof matter.safeParse>['data'] | 'closed';

/** What was opened before stays in memory: a desk with hundreds of envelopes is read again at each change. */
const opened = new Map<string, Opened>();

async function open(core: Core, unit: string, envelope: Envelope): Promise<Opened> {
  const known = opened.get(envelope.id);
  if (known !== undefined) return known;
  const read = await openEnvelope(core, unit, envelope);
  if (!read) return 'closed';
  const parsed = matter.safeParse(read.matter);
  // What is none of these is for other rooms, or made by hand.
  const content = parsed.success ? parsed.data : undefined;
  if (content) opened.set(envelope.id, content);
  return content;
}

const townshipOf = async (core: Core): Promise<TownshipId | null> =>
  ((await pinnedTownship(core.ports.db))?.id as TownshipId | undefined) ?? null;

async function record<Value extends TalkRecord>(
  core: Core,
  unit: string,
  key: string,
): Promise<Value | null> {
  const township = await townshipOf(core);
  if (!township) return null;
  return ((await core.ports.log.row(publicStream(township, unit), key)) as Value | undefined) ?? null;
}

async function aboutOf(core: Core, unit: string, notice: string): Promise<ArrivedComment['about']> {
  const township = await townshipOf(core);
  const light = township && (await lightNotice(core.ports, publicStream(township, unit), notice));
  return light && { title: light.title, withdrawn: light.withdrawn !== null };
}

const STEPS: Record<string, ArrivedComment['onItsWay']> = {
  'comment.published': 'published',
  'comment.refused': 'refused',
  'envelope.answered': 'alone',
};

/** Decisions that wait on this device, by the envelope's id; a public one before the answer under the code. */
async function onTheirWay(core: Core): Promise<Map<string, ArrivedComment['onItsWay']>> {
  const found = new Map<string, ArrivedComment['onItsWay']>();
  const rows = await core.ports.db.outbox.where('phase').equals('waiting').toArray();
  for (const { type, body } of rows) {
    const step = STEPS[type];
    const { envelope } = step ? (JSON.parse(body) as { envelope?: string }) : {};
    if (step && envelope !== undefined && (step !== 'alone' || !found.has(envelope)))
      found.set(envelope, step);
  }
  return found;
}

/** Counts one answer to 'was this clear?'. */
async function counted(core: Core, unit: string, talk: DeskTalk, { notice, clear }: OneClear): Promise<void> {
  const before = talk.clear.get(notice) ?? {
    yes: 0,
    no: 0,
    title: (await aboutOf(core, unit, notice))?.title ?? null,
    published: (await record<NoticeTalk>(core, unit, noticeTalkKey(notice)))?.clear ?? null,
  };
  const { yes, no } = before;
  talk.clear.set(notice, { ...before, yes: clear ? yes + 1 : yes, no: clear ? no : no + 1 });
}

async function deskTalk(core: Core, unit: string): Promise<DeskTalk> {
  const [envelopes, waiting, township] = await Promise.all([
    deskInbox(core, unit),
    onTheirWay(core),
    townshipOf(core),
  ]);
  const size = township ? (await core.ports.log.head(streamOfDesk(township, unit)))?.size : 0;
  const talk: DeskTalk = { comments: [], clear: new Map(), closed: 0, upTo: size ?? 0 };
  for (const envelope of envelopes) {
    const content = await open(core, unit, envelope);
    if (content === 'closed') talk.closed += 1;
    else if (content?.kind === 'clear') await counted(core, unit, talk, content);
    else if (content?.kind === 'comment') {
      const { notice, text, name } = content;
      const decided = await record<Comment>(core, unit, commentKey(envelope.id));
      const onItsWay = waiting.get(envelope.id) ?? null;
      const [about, decision] = [await aboutOf(core, unit, notice), decided?.decision ?? null];
      talk.comments.push({ envelope, notice, about, text: plainWords(text), name, decision, onItsWay });
    }
  }
  return talk;
}

interface Step {
  type: string;
  content: Record<string, unknown>;
}

/** Signs public events and stores all of them, or none. */
async function putAll(
  core: Core,
  unit: string,
  title: string,
  notice: string,
  steps: Step[],
): Promise<Outcome<void, SaveFault>> {
  const rows: OutboxRow[] = [];
  for (const { type, content } of steps) {
    const stream = (township: TownshipId): string => publicStream(township, unit);
    const row = await signed(core, { stream, type, content, title, notice, files: [], toSend: [] });
    if (!row.ok) return row;
    rows.push(row.value);
  }
  const { db, blobs } = core.ports;
  await blobs.withRoom(() => db.transaction('rw', db.outbox, () => db.outbox.bulkAdd(rows)));
  if (rows.length > 0) core.wake();
  return done(undefined);
}

/** The desk's counts, where they say something else than those that stand in the log. */
async function counts(core: Core, unit: string, notice: string): Promise<Step[]> {
  const talk = await deskTalk(core, unit);
  const [ofUnit, ofNotice] = await Promise.all([
    record<UnitTalk>(core, unit, UNIT_TALK),
    record<NoticeTalk>(core, unit, noticeTalkKey(notice)),
  ]);
  const now = instantOf(core.ports.now());
  const waiting = talk.comments.filter(isWaiting);
  const count = {
    received: talk.comments.length,
    waiting: waiting.length,
    overdue: waiting.filter(({ envelope }) => isOverdue(envelope.acceptedAt, now)).length,
  };
  const { yes, no } = talk.clear.get(notice) ?? { yes: 0, no: 0 };
  const { upTo } = talk;
  const before = (ofUnit ?? NO_UNIT_TALK).counted;
  const clearBefore = (ofNotice ?? NO_NOTICE_TALK).clear ?? { yes: 0, no: 0 };
  const steps: Step[] = [];
  const isSame =
    before?.received === count.received &&
    before.waiting === count.waiting &&
    before.overdue === count.overdue;
  if (!isSame) steps.push({ type: 'comment.counted', content: { ...count, upTo } });
  if (yes !== clearBefore.yes || no !== clearBefore.no)
    steps.push({ type: 'comment.clear-counted', content: { notice, yes, no, upTo } });
  return steps;
}

const countTalk = (
  core: Core,
  unit: string,
  { notice, title }: { notice: string; title: string },
): Promise<Outcome<void, SaveFault>> =>
  saved(async () => putAll(core, unit, title, notice, await counts(core, unit, notice)));

/** Words for the sender; what fails here leaves the comment waiting, and it is decided again. */
async function tellSender(core: Core, unit: string, { envelope }: Which, word: string) {
  return word.trim() === ''
    ? done({ id: '' })
    : answerEnvelope(core, unit, envelope, { text: word, closes: true });
}

/** Decides a comment: a word to the sender first, then in public, then the counts. */
function decide(
  core: Core,
  unit: string,
  which: Which,
  { step, word, title }: { step: Step; word: string; title: string },
): Promise<Outcome<void, SaveFault>> {
  return saved(async () => {
    const told = await tellSender(core, unit, which, word);
    if (!told.ok) return told;
    const { notice, envelope } = which;
    const content = { notice, envelope: envelope.id, ...step.content };
    const kept = await putAll(core, unit, title, notice, [{ type: step.type, content }]);
    return kept.ok ? countTalk(core, unit, { notice, title }) : kept;
  });
}

/** The day from which the term for an answer is counted; it is signed with the decision, for the desk's stream is not open to all. */
const arrivedOn = ({ envelope }: Which): LocalDate => localDateOf(envelope.acceptedAt);

/** What a desk's people may do with comments. */
export const talkCommands = (core: Core): TalkCommands => ({
  deskTalk: (unit) => deskTalk(core, unit),
  publishComment: (unit, which, { text, name, answer, title }) => {
    const said = { text: text.trim(), name: name.trim(), answer: answer.trim() };
    const content = { ...said, arrived: arrivedOn(which) };
    return decide(core, unit, which, { step: { type: 'comment.published', content }, word: answer, title });
  },
  refuseComment: (unit, which, { reason, word, title }) => {
    const content = { reason, arrived: arrivedOn(which) };
    return decide(core, unit, which, { step: { type: 'comment.refused', content }, word, title });
  },
  answerAlone: (unit, which, word) =>
    saved(async () => {
      if (word.trim() === '') return failed('not-valid');
      const told = await tellSender(core, unit, which, word);
      return told.ok ? done(undefined) : told;
    }),
  correctCommentAnswer: (unit, which, { answer, title }) => {
    const content = { answer: answer.trim() };
    const step = { type: 'comment.answer-corrected', content };
    return decide(core, unit, which, { step, word: answer, title });
  },
  countTalk: (unit, about) => countTalk(core, unit, about),
});
