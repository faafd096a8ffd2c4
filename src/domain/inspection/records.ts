/**
 * Rounds and findings, folded from an inspection stream. Each is a small record of its own, so that one more event touches
 * one record, however many there are.
 */
import type { DomainEvent } from '../event.ts';
import type { ContentOf } from '../event-types.ts';
import { type LocalDate, localDateOf } from '../time.ts';

export interface Said {
  id: string;
  author: string;
  at: string;
  acceptedAt: string;
}

export interface Finding extends Said, ContentOf<'finding.made'> {
  what: 'finding';
  answers: (Said & Omit<ContentOf<'finding.answered'>, 'finding'>)[];
  rechecks: (Said & Omit<ContentOf<'finding.rechecked'>, 'finding'>)[];
  dropped: (Said & { reason: string }) | null;
}

export interface Round extends Said, ContentOf<'round.opened'> {
  what: 'round';
  /** By item: what was found when it was last looked at. */
  checked: Record<number, Said & { checks: boolean[]; note: string }>;
  closed: (Said & { summary: string }) | null;
}

/** Who showed personal data in the clear, and why. */
export interface LiftedMask extends Said, ContentOf<'mask.lifted'> {
  what: 'lifted';
}

export type InspectionRecord = Finding | Round | LiftedMask;

export const inspectionKey = (what: InspectionRecord['what'], id: string): string => `${what}:${id}`;

/** The record that an event changes, beside the one that it begins; null: none. */
export function touchesInspection({ type, content }: DomainEvent): string | null {
  const said = content as { round?: string; finding?: string } | null;
  if (type === 'round.checked' || type === 'round.closed') return inspectionKey('round', said?.round ?? '');
  const changes = type === 'finding.answered' || type === 'finding.rechecked' || type === 'finding.dropped';
  return changes ? inspectionKey('finding', said?.finding ?? '') : null;
}

const said = ({ id, author, at, acceptedAt }: DomainEvent): Said => ({ id, author, at, acceptedAt });

function begun(event: DomainEvent): InspectionRecord | null {
  if (event.type === 'round.opened')
    return {
      what: 'round',
      ...said(event),
      ...(event.content as ContentOf<'round.opened'>),
      checked: {},
      closed: null,
    };
  if (event.type === 'mask.lifted')
    return { what: 'lifted', ...said(event), ...(event.content as ContentOf<'mask.lifted'>) };
  if (event.type !== 'finding.made') return null;
  const content = event.content as ContentOf<'finding.made'>;
  return { what: 'finding', ...said(event), ...content, answers: [], rechecks: [], dropped: null };
}

function changedRound(round: Round, event: DomainEvent): Round | null {
  if (round.closed) return null;
  if (event.type === 'round.closed') {
    const { summary } = event.content as ContentOf<'round.closed'>;
    return { ...round, closed: { ...said(event), summary } };
  }
  const { item, checks, note } = event.content as ContentOf<'round.checked'>;
  if (item >= round.items.length) return null;
  return { ...round, checked: { ...round.checked, [item]: { ...said(event), checks, note } } };
}

function changedFinding(finding: Finding, event: DomainEvent): Finding | null {
  if (findingState(finding) === 'closed' || finding.dropped) return null;
  if (event.type === 'finding.dropped') {
    const { reason } = event.content as ContentOf<'finding.dropped'>;
    return { ...finding, dropped: { ...said(event), reason } };
  }
  if (event.type === 'finding.answered') {
    const { finding: _of, ...content } = event.content as ContentOf<'finding.answered'>;
    return { ...finding, answers: [...finding.answers, { ...said(event), ...content }] };
  }
  // Nobody closes what he answered himself.
  if (finding.answers.some(({ author }) => author === event.author)) return null;
  const { finding: _of, ...content } = event.content as ContentOf<'finding.rechecked'>;
  return { ...finding, rechecks: [...finding.rechecks, { ...said(event), ...content }] };
}

function changed(record: InspectionRecord, event: DomainEvent): InspectionRecord | null {
  if (record.what === 'round') return changedRound(record, event);
  return record.what === 'finding' ? changedFinding(record, event) : null;
}

/**
 * Applies a run of events, in log order.
 * @param held the records that the events touch, as kept so far. Not changed.
 * @returns the records that changed or began, by key, and how many events made no sense at their place.
 */
export function applyToInspection(
  held: ReadonlyMap<string, InspectionRecord>,
  events: DomainEvent[],
): { records: Map<string, InspectionRecord>; setAside: number } {
  const records = new Map<string, InspectionRecord>();
  let setAside = 0;
  for (const event of events) {
    const first = event.content === null ? null : begun(event);
    if (first) {
      records.set(inspectionKey(first.what, event.id), first);
      continue;
    }
    const key = event.content === null ? null : touchesInspection(event);
    const record = key === null ? null : (records.get(key) ?? held.get(key) ?? null);
    const next = record && changed(record, event);
    if (key !== null && next) records.set(key, next);
    else setAside += 1;
  }
  return { records, setAside };
}

/**
 * Where a finding stands. `open`: the unit is to answer; `answered`: it is to be checked again; `closed`: done; `dropped`: it was none.
 */
export type FindingState = 'open' | 'answered' | 'closed' | 'dropped';

export function findingState({ answers, rechecks, dropped }: Finding): FindingState {
  if (dropped) return 'dropped';
  const last = rechecks[rechecks.length - 1];
  if (last?.done) return 'closed';
  // Each failed re-check wants another answer; the log's order says which came first.
  const answered = answers[answers.length - 1];
  if (!answered) return 'open';
  return last && last.acceptedAt >= answered.acceptedAt ? 'open' : 'answered';
}

/** The last day for the unit's answer as it is now. */
export function answerDay({ due, rechecks }: Finding): LocalDate {
  const last = rechecks[rechecks.length - 1];
  return last?.due ?? due;
}

/** When the unit first answered; null: not yet. */
export const firstAnswer = ({ answers }: Finding): LocalDate | null =>
  answers[0] ? localDateOf(answers[0].acceptedAt) : null;
