/**
 * All that a township's log says, folded in memory by the same code as on every device: for what is made once and whole
 * (the annual report, an archive). Nothing is written. Who only serves a board uses `public/boards.ts`.
 */
import { applyToBoard, changedNotice, type LightNotice } from '../../domain/board/board.ts';
import type { DomainEvent } from '../../domain/event.ts';
import { asAnswerable, falsifiedOf, standing } from '../../domain/inspection/counted.ts';
import { applyToInspection, type Finding } from '../../domain/inspection/records.ts';
import { isNoticeEvent, type NoticeEvent } from '../../domain/notice/notice.ts';
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
import { parseStream } from '../../log/stream.ts';
import type { LogStore } from '../../store/log-store.ts';
import { domainEvent } from '../township/registry-row.ts';

const PORTION = 1_024;

export interface TownshipRecords {
  township: string;
  registry: Registry;
  /** Light notices by unit, in log order. */
  boards: Map<string, LightNotice[]>;
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

/** All events of a stream, in order. */
export async function everyEvent(source: Source, stream: string, size: number): Promise<DomainEvent[]> {
  const list: DomainEvent[] = [];
  for await (const event of eventsOf(source, stream, size)) list.push(event);
  return list;
}

/** A board from its first event. */
export function boardOf(events: DomainEvent[]): LightNotice[] {
  const notices = events.filter(
    (event): event is NoticeEvent => isNoticeEvent(event) && event.content !== null,
  );
  const numbers = new Map(
    notices.filter((one) => changedNotice(one) === null).map((one) => [one.id, one.number]),
  );
  const { changed } = applyToBoard(new Map(), notices, (id) => numbers.get(id));
  return [...changed.values()].toSorted((a, b) => a.page - b.page).flatMap((page) => page.notices);
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

/** Reads everything. Null: there is no township. */
export async function readTownship(source: Source): Promise<TownshipRecords | null> {
  const heads = await source.heads();
  const registryHead = heads.find(({ stream }) => parseStream(stream)?.kind === 'registry');
  const township = registryHead && parseStream(registryHead.stream)?.township;
  if (!registryHead || !township) return null;
  const records: TownshipRecords = {
    township,
    registry: EMPTY_REGISTRY,
    boards: new Map(),
    offices: new Map(),
    talks: new Map(),
    findings: new Map(),
    cases: [],
  };
  for (const { stream, size } of heads) {
    const place = parseStream(stream);
    if (!place || place.kind === 'box') continue;
    const events = await everyEvent(source, stream, size);
    if (place.kind === 'registry') records.registry = events.reduce(evolveRegistry, EMPTY_REGISTRY);
    if (place.unit === null) continue;
    if (place.kind === 'public') {
      records.boards.set(place.unit, boardOf(events));
      records.talks.set(place.unit, [...applyToTalk(new Map(), events).records.values()]);
    }
    if (place.kind === 'office')
      records.offices.set(place.unit, [...applyToOffice(new Map(), events).records.values()]);
    if (place.kind === 'inspection')
      records.findings.set(
        place.unit,
        [...applyToInspection(new Map(), events).records.values()].flatMap((one) =>
          one.what === 'finding' ? [one] : [],
        ),
      );
    if (place.kind === 'desk' && place.unit === TOWNSHIP_UNIT) records.cases = casesOf(events);
  }
  return records;
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
