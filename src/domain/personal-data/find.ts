/** Personal data in a text: found, and masked unless a cadre lifted it with a reason. */
import { addressCandidates } from './address.ts';
import type { PersonalDataFinding } from './kinds.ts';
import { numberCandidates } from './numbers.ts';
import type { Candidate } from './numbers.ts';

/** Without a figure, Chinese numeral or letter there is nothing to find; most texts and cells end here. */
const WORTH_A_LOOK = /[0-9０-９\ud835一二三四五六七八九十甲乙丙丁]/;

const overlaps = (one: PersonalDataFinding, other: PersonalDataFinding): boolean =>
  one.from < other.to && other.from < one.to;

/** Of those that overlap the surer one stays, then the longer, then the first. */
function resolve(candidates: Candidate[]): PersonalDataFinding[] {
  const inOrder = [...candidates].sort(
    (one, other) =>
      one.rank - other.rank || other.to - other.from - (one.to - one.from) || one.from - other.from,
  );
  const kept: Candidate[] = [];
  for (const candidate of inOrder) {
    if (!kept.some((other) => overlaps(candidate, other))) kept.push(candidate);
  }
  return kept
    .sort((one, other) => one.from - other.from)
    .map(({ kind, from, to, original, masked }) => ({ kind, from, to, original, masked }));
}

const search = (text: string): PersonalDataFinding[] =>
  WORTH_A_LOOK.test(text) ? resolve([...numberCandidates(text), ...addressCandidates(text)]) : [];

/** Where a finding stands in the masked text. */
interface Placed extends PersonalDataFinding {
  start: number;
  end: number;
}

function placed(findings: PersonalDataFinding[]): Placed[] {
  let shift = 0;
  return findings.map((finding) => {
    const start = finding.from + shift;
    shift += finding.masked.length - finding.original.length;
    return { ...finding, start, end: finding.to + shift };
  });
}

/** A finding of the masked text, told in terms of the text itself; with it every finding that it touches. */
function mapBack(
  text: string,
  masked: string,
  found: PersonalDataFinding,
  earlier: Placed[],
): PersonalDataFinding {
  const touched = earlier.filter((one) => one.start < found.to && found.from < one.end);
  const start = Math.min(found.from, ...touched.map((one) => one.start));
  const end = Math.max(found.to, ...touched.map((one) => one.end));
  const shiftAt = (position: number): number =>
    earlier
      .filter((one) => one.end <= position)
      .reduce((sum, one) => sum + one.masked.length - one.original.length, 0);
  const from = start - shiftAt(start);
  const to = end - shiftAt(end);
  return {
    kind: found.kind,
    from,
    to,
    original: text.slice(from, to),
    masked: masked.slice(start, found.from) + found.masked + masked.slice(found.to, end),
  };
}

/** Rounds after which it is left; one is the rule, two the exception. */
const MAX_ROUNDS = 5;

/**
 * What in the text says who somebody is or where he lives; in order, never overlapping.
 * What is found can hide from the search what stands beside it (13800001234.12号 reads as a decimal until the house
 * is masked), so the masked text is searched again until nothing is left.
 */
export function findPersonalData(text: string): PersonalDataFinding[] {
  let findings = search(text);
  for (let round = 1; round < MAX_ROUNDS && findings.length > 0; round += 1) {
    const masked = replaceFindings(text, findings, new Set());
    const more = search(masked);
    if (more.length === 0) break;
    const earlier = placed(findings);
    const mapped = more.map((found) => mapBack(text, masked, found, earlier));
    findings = [...mapped, ...findings.filter((one) => !mapped.some((other) => overlaps(one, other)))].sort(
      (one, other) => one.from - other.from,
    );
  }
  return findings;
}

/** A text with its findings masked, except where the original was lifted. */
export function replaceFindings(
  text: string,
  findings: PersonalDataFinding[],
  lifted: ReadonlySet<string>,
): string {
  let result = '';
  let done = 0;
  for (const { from, to, original, masked } of findings) {
    result += text.slice(done, from) + (lifted.has(original) ? original : masked);
    done = to;
  }
  return result + text.slice(done);
}

/**
 * The text as residents will see it.
 * `lifted`: originals (as a finding spells them) that the cadre decided to show; each place where one stands is shown.
 */
export const maskText = (text: string, lifted: Iterable<string> = []): string =>
  replaceFindings(text, findPersonalData(text), new Set(lifted));
