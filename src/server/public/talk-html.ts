/** Under a notice: what residents said of it and what was answered, by whom and when; how many were not shown, and why. */
import type { Answered, Comment, NoticeTalk } from '../../domain/talk/talk.ts';
import { refusedInAll } from '../../domain/talk/talk.ts';
import { REFUSALS } from '../../domain/talk/events.ts';
import { memberOf, type Registry } from '../../domain/registry/registry.ts';
import { masked } from './masked.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page.ts';
import type { PublicTalk } from './talk-places.ts';
import { fullDay } from './when.ts';

/** What all comments of a page may weigh, bytes of HTML: the page stays under 30 KB. */
const ROOM = 6_000;
/** Characters of one comment or answer; the app shows all of it. */
const MOST = 500;

/** Cut where it is too long, never inside what is masked: an open mask is closed again. */
function cut(text: string): string {
  const letters = [...text];
  if (letters.length <= MOST) return text;
  const start = letters.slice(0, MOST).join('');
  const isOpen = start.split('**').length % 2 === 0;
  return `${start.replace(/\*$/, '')}${isOpen ? '**' : ''}…`;
}

type Shown = Comment & { decision: Answered };
const isShown = (comment: Comment): comment is Shown => comment.decision.is === 'answered';

function commentHtml({ decision }: Shown, registry: Registry, { words, language }: PageContext): Html {
  const own = words.talk;
  const by = memberOf(registry, decision.author);
  const who = by ? words.person(by.name, by.post) : words.nobody;
  return html`<li>
    <p class="second">${own.says(decision.name || own.someone)}</p>
    <p>${masked(cut(decision.text), words)}</p>
    <p><strong>${own.answer}</strong>${masked(cut(decision.answer), words)}</p>
    <p class="second">
      ${words.by(who, fullDay(decision.acceptedAt, language))}${
        decision.corrections > 0 && html` · ${own.corrected(decision.corrections)}`
      }
    </p>
  </li>`;
}

/** The last ones that fit, at least one, in their order. */
function fitting(comments: Html[]): Html[] {
  let room = ROOM;
  const fit = comments.toReversed().filter((comment, at) => {
    room -= Buffer.byteLength(comment.text);
    return at === 0 || room >= 0;
  });
  return fit.toReversed();
}

function refusedHtml({ refused }: NoticeTalk, { words }: PageContext): Html | null {
  const all = refusedInAll(refused);
  if (all === 0) return null;
  const why = REFUSALS.filter((reason) => (refused[reason] ?? 0) > 0).map((reason) =>
    words.talk.refusedOne(words.talk.reason[reason], refused[reason] ?? 0),
  );
  return html`<p class="second">${words.talk.refused(all, why.join(words.talk.comma))}</p>`;
}

/** Nothing where nobody has said anything. */
export function talkHtml(said: PublicTalk | null, registry: Registry, context: PageContext): Html | null {
  const comments = said?.comments.filter(isShown) ?? [];
  const refused = said && refusedHtml(said.talk, context);
  if (!said || (comments.length === 0 && !refused)) return null;
  const shown = fitting(comments.map((comment) => commentHtml(comment, registry, context)));
  const own = context.words.talk;
  return html`<section class="card">
    <h2>${own.title}</h2>
    ${shown.length < comments.length && html`<p class="second">${own.earlier(comments.length - shown.length)}</p>`}
    ${
      shown.length > 0 &&
      html`<ul>
        ${shown}
      </ul>`
    }
    ${refused}
  </section>`;
}
