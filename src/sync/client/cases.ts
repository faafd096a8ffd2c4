/**
 * Requests for disclosure at the township's desk: opened on this device alone, each with its course. A step is signed and
 * put in the outbox together with what the applicant is told, so that it works offline; the words of a step are sealed to
 * the desk's own key before they are stored.
 */
import { type Envelope } from '../../domain/desk/inbox.ts';
import { matter } from '../../domain/desk/matter.ts';
import type { DomainEvent } from '../../domain/event.ts';
import { parseContent } from '../../domain/event-types.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { readCase } from '../../domain/request/case.ts';
import {
  type CaseContent,
  type CaseEventType,
  isCaseEvent,
  stepWords as wordsSchema,
  type StepFields,
} from '../../domain/request/events.ts';
import { caseKey, type CaseRecord, evolveCase, type Step } from '../../domain/request/record.ts';
import type { DisclosureRequest } from '../../domain/request/request.ts';
import { seal, unseal } from '../../log/envelope.ts';
import { fromHex } from '../../log/hex.ts';
import type { OutboxRow } from '../../store/device/db.ts';
import type { Core } from './core.ts';
import { deskKeys } from './desk-keys.ts';
import { answerItem, deskInbox, openEnvelope, townshipOf } from './desk-work.ts';
import type { Outcome, SaveFault } from './device.ts';
import { streamOfDesk } from './envelope-outbox.ts';
import { bytesOf, jsonOf } from './envelopes.ts';
import { rowsOf } from './held.ts';
import { done, failed, saved } from './outcome.ts';
import { type Item, signed } from './publishing.ts';
import { identityOf } from './status.ts';

/** A request that arrived, opened. */
export interface HeldRequest {
  envelope: Envelope;
  request: DisclosureRequest;
  /** With the steps that wait on this device; without any: nobody has taken it up. */
  record: CaseRecord;
  /** Ids of steps that the township has not taken in yet. */
  onItsWay: string[];
}

/** A step, as a clerk takes it. */
export interface NewStep<Type extends CaseEventType = CaseEventType> {
  type: Type;
  fields: StepFields<Type>;
  /** For the file: the letter or a note. Empty: none. */
  words: string;
  /** What the applicant reads under his code. Empty: nothing. */
  tell: string;
}

export interface CaseCommands {
  /** Requests at the township's desk, newest first; empty for who may not read it. */
  requests(): Promise<HeldRequest[]>;
  takeStep<Type extends CaseEventType>(
    envelope: Pick<Envelope, 'id' | 'number'>,
    step: NewStep<Type>,
  ): Promise<Outcome<{ id: string }, SaveFault>>;
  /** The words of a step. Null: it has none, or they cannot be opened here. */
  stepWords(step: Pick<Step, 'content'>): Promise<string | null>;
}

const DESK = TOWNSHIP_UNIT;
/** What the list of things sent says of a step: nothing of anybody's. */
const TITLE = '依申请公开';
const purpose = (envelope: string): string => `gongkailan/v1/case ${envelope}`;

/** What was opened before, as long as the page stands. Null: no request. */
const opened = new WeakMap<Core, Map<string, DisclosureRequest | null>>();

async function requestIn(core: Core, envelope: Envelope): Promise<DisclosureRequest | null> {
  const known = opened.get(core) ?? new Map<string, DisclosureRequest | null>();
  opened.set(core, known);
  const before = known.get(envelope.id);
  if (before !== undefined) return before;
  const read = await openEnvelope(core, DESK, envelope);
  // What cannot be opened yet may be later, when the desk's key has been handed on.
  if (!read) return null;
  const parsed = matter.safeParse(read.matter);
  const request = parsed.success && parsed.data.kind === 'request' ? parsed.data : null;
  known.set(envelope.id, request);
  return request;
}

/** A step in the outbox, as the fold sees it. */
function waitingEvent(row: OutboxRow, author: string): DomainEvent | null {
  const { salt: _salt, ...content } = JSON.parse(row.body) as Record<string, unknown>;
  const parsed = parseContent(row.type, content);
  if (parsed.status !== 'known') return null;
  const { id, type, savedAt } = row;
  return { id, number: -1, type, author, at: savedAt, acceptedAt: savedAt, content: parsed.content };
}

interface Held {
  records: Map<string, CaseRecord>;
  onItsWay: Set<string>;
}

/** The records of the desk's stream, with the steps that wait on this device. */
async function heldRecords(core: Core, stream: string): Promise<Held> {
  const { db } = core.ports;
  const identity = await identityOf(db);
  const rows = await rowsOf(db, stream);
  const records = new Map(
    rows.flatMap(({ key, value }): [string, CaseRecord][] =>
      key.startsWith(caseKey('')) ? [[(value as CaseRecord).id, value as CaseRecord]] : [],
    ),
  );
  const onItsWay = new Set<string>();
  const waiting = await db.outbox.orderBy('seq').toArray();
  for (const row of waiting) {
    if (row.stream !== stream || !isCaseEvent(row.type)) continue;
    const event = waitingEvent(row, identity?.key ?? '');
    const id = event && (event.content as CaseContent).case;
    const before = id === null ? null : (records.get(id) ?? null);
    if (!event || id === null || before?.steps.some((step) => step.id === event.id)) continue;
    records.set(id, evolveCase(before, event)!);
    onItsWay.add(event.id);
  }
  return { records, onItsWay };
}

/** Requests at the township's desk, newest first. */
export async function requests(core: Core): Promise<HeldRequest[]> {
  const township = await townshipOf(core);
  if (!township) return [];
  const { records, onItsWay } = await heldRecords(core, streamOfDesk(township, DESK));
  const found: HeldRequest[] = [];
  for (const envelope of await deskInbox(core, DESK)) {
    const request = await requestIn(core, envelope);
    if (!request) continue;
    const record = records.get(envelope.id) ?? { id: envelope.id, steps: [] };
    const own = record.steps.flatMap(({ id }) => (onItsWay.has(id) ? [id] : []));
    found.push({ envelope, request, record, onItsWay: own });
  }
  return found;
}

/** Words sealed to the desk's key in force. Null: there is no such desk. */
async function sealedWords(core: Core, envelope: string, words: string): Promise<CaseContent['words']> {
  const township = await townshipOf(core);
  const desk = township && (await core.ports.db.registry.get(township))?.state.desks[DESK];
  if (!desk || words.trim() === '') return null;
  const bytes = bytesOf({ v: 1, text: words.trim() });
  return { key: desk.key, sealed: await seal(fromHex(desk.key), bytes, purpose(envelope)) };
}

/** What the applicant is told of a step, with the clock as it stands with it. */
async function telling(
  core: Core,
  envelope: Pick<Envelope, 'id' | 'number'>,
  record: CaseRecord,
  text: string,
): Promise<Item | null> {
  const held = readCase(record);
  if (!held) return null;
  return answerItem(core, DESK, envelope, {
    text,
    closes: held.end !== null,
    case: { clock: held.clock },
  });
}

/** Takes a step: both it and what the applicant is told are stored, or neither. 'gone': it cannot be opened here. */
export function takeStep(
  core: Core,
  envelope: Pick<Envelope, 'id' | 'number'>,
  { type, fields, words, tell }: NewStep,
): Promise<Outcome<{ id: string }, SaveFault>> {
  return saved(async () => {
    const { db, blobs } = core.ports;
    const township = await townshipOf(core);
    const identity = await identityOf(db);
    if (!township || !identity) return failed('not-enrolled');
    const stream = streamOfDesk(township, DESK);
    const before = (await heldRecords(core, stream)).records.get(envelope.id) ?? null;
    const base = before?.steps[before.steps.length - 1]?.id ?? null;
    const content = {
      ...fields,
      case: envelope.id,
      base,
      words: await sealedWords(core, envelope.id, words),
    };
    const own = { stream: () => stream, files: [], toSend: [], title: TITLE, notice: null };
    const step = await signed(core, { ...own, type, content });
    if (!step.ok) return step;
    const rows = [step.value];
    if (tell.trim() !== '') {
      const event = waitingEvent(step.value, identity.key);
      const item = event && (await telling(core, envelope, evolveCase(before, event)!, tell));
      if (!item) return failed('gone');
      const answer = await signed(core, { ...item, title: TITLE });
      if (!answer.ok) return answer;
      rows.push(answer.value);
    }
    await blobs.withRoom(() => db.transaction('rw', db.outbox, () => db.outbox.bulkAdd(rows)));
    core.wake();
    return done({ id: step.value.id });
  });
}

/** The words of a step, opened on this device alone. */
export async function stepWords(core: Core, { content }: Pick<Step, 'content'>): Promise<string | null> {
  const township = await townshipOf(core);
  const registry = township && (await core.ports.db.registry.get(township))?.state;
  if (!registry || !content.words) return null;
  const { key, sealed } = content.words;
  const keys = await deskKeys(core, registry, DESK, key);
  const read = wordsSchema.safeParse(jsonOf(keys && (await unseal(keys, sealed, purpose(content.case)))));
  return read.success ? read.data.text : null;
}
