/** The publicity period of a notice: how many days are left, until when. */
import { recordOf, ruleOf } from '../../domain/board/standing.ts';
import type { DisplayedDay } from '../../domain/display/display.ts';
import { currentRevision, type Notice } from '../../domain/notice/notice.ts';
import { publicityAt } from '../../domain/publicity/publicity.ts';
import { instantOf } from '../../domain/time.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page.ts';
import { fullDay } from './when.ts';

export function publicityCard(
  notice: Notice,
  displays: DisplayedDay[],
  { now, words, language }: PageContext,
): Html | null {
  const { publicity } = currentRevision(notice).outward;
  if (!publicity) return null;
  const result = notice.publicityResult;
  const record = recordOf(notice, displays, now);
  const { state, daysLeft, lastDay, down, provisional } = publicityAt(
    ruleOf(publicity),
    record,
    instantOf(now),
  );
  const own = words.publicity;
  const title = state === 'running' ? own.running(daysLeft) : own[state];
  return html`<section class="card">
    <p><span class="mark ${state === 'result-published' ? 'green' : 'amber'}">${title}</span></p>
    ${state === 'not-up' && html`<p>${own.begins(publicity.days)}</p>`}
    ${lastDay !== null && state === 'running' && html`<p>${own.until(fullDay(lastDay, language))}</p>`}
    ${down && html`<p>${own.down}</p>`} ${provisional && html`<p>${own.provisional}</p>`}
    ${result && html`<p>${result.result}</p>`}
  </section>`;
}
