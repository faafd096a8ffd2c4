/** The marks of a notice, in words; the same that the app shows. */
import { isUrgent, publicityWord } from '../../domain/board/standing.ts';
import type { LightNotice } from '../../domain/board/board.ts';
import { afterClosing } from '../../domain/closing/after.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { isOnBehalf } from '../../domain/registry/rights.ts';
import { type Html, html } from './html.ts';
import type { Words } from './words.ts';

const mark = (tone: 'red' | 'green' | 'amber' | 'blue' | '', text: string): Html =>
  html`<span class="mark ${tone}">${text}</span> `;

export interface MarkContext {
  registry: Registry;
  unit: string;
  now: number;
  words: Words;
  /** Days late, by notice id. */
  late: Map<string, number>;
}

export function marksOf(notice: LightNotice, { registry, unit, now, words, late }: MarkContext): Html[] {
  const withdrawn = notice.withdrawn !== null;
  const publicity = withdrawn ? null : publicityWord(notice);
  const days = late.get(notice.id) ?? 0;
  const own = words.mark;
  const after = afterClosing(registry.closings, notice);
  const marks: (Html | false)[] = [
    withdrawn && mark('red', own.withdrawn),
    notice.broughtIn !== undefined && mark('amber', own.broughtIn(notice.broughtIn.day)),
    isUrgent(notice, now) && mark('red', own.urgent),
    days > 0 && !withdrawn && mark('red', own.late(days)),
    after !== null && mark('red', own.afterClosing[after.what](after.year)),
    publicity !== null && mark(publicity === 'result' ? 'green' : 'amber', own[publicity]),
    notice.corrections > 0 && mark('blue', own.corrected(notice.corrections)),
    notice.conflict && mark('amber', own.conflict),
    isOnBehalf(registry, unit, notice.author) && mark('', own.onBehalf),
  ];
  return marks.filter((one) => one !== false);
}
