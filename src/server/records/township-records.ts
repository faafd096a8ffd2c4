/**
 * All that a township's log says, folded in memory by the same code as on every device: for what is made once and whole
 * (the annual report, an archive). Nothing is written. Who only serves a board uses `public/boards.ts`.
 */
import { boardOf, type LightNotice } from '../../domain/board/board.ts';
import type { DomainEvent } from '../../domain/event.ts';
import { asAnswerable, falsifiedOf, standing } from '../../domain/inspection/counted.ts';
import { applyToInspection, type Finding } from '../../domain/inspection/records.ts';
import { EMPTY_REGISTRY, evolveRegistry, type Registry } from '../../domain/registry/registry.ts';
import { TOWNSHIP_UNIT } from '../../domain/registry/events.ts';
import { type Records } from '../../domain/report/input.ts';
import { latestTyped } from '../../domain/report/typed.ts';
import { type Case, readCase } from '../../domain/request/case.ts';
import { isCaseEvent } from '../../domain/request/events.ts';
import { caseOf, type CaseRecord, evolveCase } from '../../domain/request/record.ts';
import { applyToOffice, type OfficeRecord } from '../../domain/review/queue.ts';
import { applyToTalk, type TalkRecord } from '../../domain/talk/talk.ts';
import { commentAnswers, requestAnswers, unitRecords } from '../../domain/score/records.ts';
import type { Answerable, UnitRecords } from '../../domain/score/items.ts';
import { scoreUnits, scoreYear } from '../../domain/score/score.ts';
import type { LocalDate } from '../../domain/time.ts';
import { isPublicKind, parseStream, type StreamKind, type StreamParts } from '../../log/stream.ts';
import type { LogStore } from '../../store/log-store.ts';
import { domainEvent } from '../township/registry-row.ts';

const PORTION = 1_024;

export interface TownshipBoards {
  township: string;
  registry: Registry;
  /** Light notices by unit, in log order. */
  boards: Map<string, LightNotice[]>;
}

export interface TownshipRecords extends TownshipBoards {
  /** Records of the units' offices, by unit. */
  offices: Map<string, OfficeRecord[]>;
  /** What was said about notices, by unit. */
  talks: Map<string, TalkRecord[]>;
  /** Findings of inspections, by unit. */
  findings: Map<string, Finding[]>;
  cases: Case[];
}

type Source = Pick<LogStore, 'heads' | 'read'>;

/** The events of a stream, in order. */
export async function* eventsOf(source: Source, stream: string, size: number): AsyncGenerator<DomainEvent> {
  for (let from = 0; from < size; from += PORTION) {
    const entries = await source.read(stream, from, Math.min(size, from + PORTION));
    for (const [at, entry] of entries.entries()) yield domainEvent(entry, from + at);
  }
}

type StreamEvents = StreamParts & { events: DomainEvent[] };

/** The streams of some kinds, each with all its events, one after another. */
async function* streamsOf(
  source: Source,
  isWanted: (kind: StreamKind) => boolean,
): AsyncGenerator<StreamEvents> {
  for (const { stream, size } of await source.heads()) {
    const place = parseStream(stream);
    if (!place || !isWanted(place.kind)) continue;
    const events: DomainEvent[] = [];
    for await (const event of eventsOf(source, stream, size)) events.push(event);
    yield { ...place, events };
  }
}

function casesOf(events: DomainEvent[]): Case[] {
  const records = new Map<string, CaseRecord>();
  for (const event of events) {
    const key = isCaseEvent(event.type) ? caseOf(event) : null;
    const next = key === null ? null : evolveCase(records.get(key) ?? null, event);
    if (key !== null && next) records.set(key, next);
  }
  return [...records.values()].flatMap((record) => readCase(record) ?? []);
}

const noBoards = (): TownshipBoards => ({ township: '', registry: EMPTY_REGISTRY, boards: new Map() });

function takePublic(into: TownshipBoards, { kind, township, unit, events }: StreamEvents): void {
  if (kind === 'registry') {
    into.township = township;
    into.registry = events.reduce(evolveRegistry, EMPTY_REGISTRY);
  }
  if (kind === 'public' && unit !== null) into.boards.set(unit, boardOf(events));
}

/** Reads what everybody may read. Null: there is no township. */
export async function readBoards(source: Source): Promise<TownshipBoards | null> {
  const read = noBoards();
  for await (const one of streamsOf(source, isPublicKind)) takePublic(read, one);
  return read.township === '' ? null : read;
}

function takeRecords(into: TownshipRecords, { kind, unit, events }: StreamEvents): void {
  if (unit === null) return;
  if (kind === 'public') into.talks.set(unit, [...applyToTalk(new Map(), events).records.values()]);
  if (kind === 'office') into.offices.set(unit, [...applyToOffice(new Map(), events).records.values()]);
  if (kind === 'inspection') {
    const records = [...applyToInspection(new Map(), events).records.values()];
    into.findings.set(
      unit,
      records.flatMap((one) => (one.what === 'finding' ? [one] : [])),
    );
  }
  if (kind === 'desk' && unit === TOWNSHIP_UNIT) into.cases = casesOf(events);
}

/** Reads everything but the report box. Null: there is no township. */
export async function readTownship(source: Source): Promise<TownshipRecords | null> {
  const records: TownshipRecords = {
    ...noBoards(),
    offices: new Map(),
    talks: new Map(),
    findings: new Map(),
    cases: [],
  };
  for await (const one of streamsOf(source, (kind) => kind !== 'box')) {
    takePublic(records, one);
    takeRecords(records, one);
  }
  return records.township === '' ? null : records;
}

/** What the scorecards of all units are made of. @param today the day on which they are made. */
export function recordsForScores(
  { registry, boards, offices, talks, cases, findings }: TownshipRecords,
  today: LocalDate,
): Map<string, UnitRecords> {
  const answersOf = (unit: string): Answerable[] => [
    ...commentAnswers(talks.get(unit) ?? []),
    ...(unit === TOWNSHIP_UNIT ? requestAnswers(cases, today) : []),
    ...standing(findings.get(unit) ?? []).map(asAnswerable),
  ];
  return new Map(
    Object.keys(registry.units).map((unit) => [
      unit,
      unitRecords(boards.get(unit) ?? [], offices.get(unit) ?? [], {
        answers: answersOf(unit),
        falsified: falsifiedOf(findings.get(unit) ?? []),
      }),
    ]),
  );
}

/** What the report of a year is made of. @param today the day on which it is made: what is not over yet is not judged. */
export function recordsForReport(records: TownshipRecords, year: number, today: LocalDate): Records {
  const { registry, boards, offices, cases } = records;
  const units = recordsForScores(records, today);
  const typed = (offices.get(TOWNSHIP_UNIT) ?? []).flatMap((one) => (one.what === 'typed' ? [one] : []));
  return {
    registry,
    year,
    today,
    boards,
    cases,
    scores: scoreUnits(scoreYear(registry, `${year}-07-01` as LocalDate, today), units),
    typed: latestTyped(typed, year)?.figures ?? {},
  };
}
