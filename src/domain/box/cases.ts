/** Reports with what was added under the same code, and how they stand. Nothing is opened for it. */
import type { Envelope } from '../desk/inbox.ts';
import { type LocalDate, localDateOf } from '../time.ts';
import { answerDue } from './term.ts';

export interface BoxCase {
  /** The key that follows from the receipt code. */
  author: string;
  /** Oldest first; the first is the report, the others add to it. */
  envelopes: [Envelope, ...Envelope[]];
  /** How many answers it has. */
  answers: number;
  /** The last answer closed it, and nothing was added since. */
  closed: boolean;
  /** Since when something in it has waited for an answer, ISO time; null: nothing does. */
  waitsSince: string | null;
  /** Last day for the first answer. */
  due: LocalDate;
  /** It has no answer, and the term is over. */
  overdue: boolean;
}

const byNumber = (one: { number: number }, other: { number: number }): number => one.number - other.number;

function caseOf(author: string, unsorted: Envelope[], today: LocalDate): BoxCase {
  const envelopes = [...unsorted].sort(byNumber) as BoxCase['envelopes'];
  const answers = envelopes.flatMap((one) => one.answers).sort(byNumber);
  const last = answers[answers.length - 1];
  const open = envelopes.find(({ number }) => !last || number > last.number);
  const due = answerDue(envelopes[0].acceptedAt);
  return {
    author,
    envelopes,
    answers: answers.length,
    closed: open === undefined && last?.closes === true,
    waitsSince: open?.acceptedAt ?? null,
    due,
    overdue: answers.length === 0 && today > due,
  };
}

/** Reports from envelopes in any order, the longest waiting first, then the latest. @param now ISO time. */
export function casesOf(envelopes: readonly Envelope[], now: string): BoxCase[] {
  const byAuthor = new Map<string, Envelope[]>();
  for (const one of envelopes) byAuthor.set(one.author, [...(byAuthor.get(one.author) ?? []), one]);
  const today = localDateOf(now);
  return [...byAuthor].map(([author, own]) => caseOf(author, own, today)).sort(inOrder);
}

function inOrder(one: BoxCase, other: BoxCase): number {
  if (one.waitsSince !== null && other.waitsSince !== null)
    return one.waitsSince < other.waitsSince ? -1 : one.waitsSince > other.waitsSince ? 1 : 0;
  if (one.waitsSince !== other.waitsSince) return one.waitsSince !== null ? -1 : 1;
  return other.envelopes[0].number - one.envelopes[0].number;
}
