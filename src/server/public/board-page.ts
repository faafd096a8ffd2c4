/** The plain page of a board, and of the whole township. */
import type { LightNotice } from '../../domain/board/board.ts';
import type { Holder } from '../../domain/due/holder.ts';
import type { DueItem } from '../../domain/due/judge.ts';
import { daysBetween } from '../../domain/calendar/days.ts';
import type { Person, Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import type { LocalDate } from '../../domain/time.ts';
import { type Html, html } from './html.ts';
import { type MarkContext, marksOf } from './marks.ts';
import { type PageContext, pageHtml } from './page.ts';
import { boardName, unitsInOrder } from './units.ts';
import type { Words } from './words.ts';
import { leaf } from './when.ts';

export interface BoardPage {
  registry: Registry;
  unit: Unit;
  /** What is shown, in order. */
  notices: LightNotice[];
  /** Begin of the older ones, as `before`; null: these were the last. */
  older: number | null;
  /** Whether these are the newest. */
  isFirst: boolean;
  late: Map<string, number>;
  /** Due and not published. */
  overdue: DueItem[];
  today: LocalDate;
}

function row(notice: LightNotice, unit: string, marks: MarkContext, context: PageContext): Html {
  const { words, language, now } = context;
  const { day, month } = leaf(notice.acceptedAt, now, language);
  const { withdrawn } = notice;
  return html`<li>
    <a href="/b/${unit}/n/${notice.id}">
      <span class="leaf"><b>${day}</b><span>${month}</span></span>
      <span>
        <span class="title">${notice.title}</span>
        <span class="second"
          >${withdrawn ? words.reason(withdrawn.reason) : words.about(notice.entryName, notice.officer)}</span
        >
        ${marksOf(notice, marks)}
      </span>
    </a>
  </li>`;
}

/** Nobody is blamed for a post that another holds, or nobody. */
export function whoAnswers(post: string, holder: Holder | null, words: Words): string {
  if (!holder) return post;
  return holder.holds ? words.person(holder.name, post) : words.askInstead(post, holder.name);
}

function overdueCard({ overdue, today }: BoardPage, { words }: PageContext): Html | null {
  if (overdue.length === 0) return null;
  const line = ({ entry, period, due, holder }: DueItem): Html =>
    html`<li>
      ${entry.name}（${period.name}）
      <span class="second"
        >${words.dueLine(whoAnswers(entry.post, holder, words), daysBetween(due, today))}</span
      >
    </li>`;
  return html`<section class="card red">
    <h2>${words.due}</h2>
    <ul>
      ${overdue.map(line)}
    </ul>
  </section>`;
}

function responsible(unit: Unit, { words }: PageContext): Html {
  const { leader, deputies, members } = unit.leadingGroup;
  const people = (label: string, all: Person[]): Html | false =>
    all.length > 0 &&
    html`<div>
      <dt>${label}</dt>
      <dd>${all.map(({ name, post }) => words.person(name, post)).join('、')}</dd>
    </div>`;
  const phone = unit.phone.replaceAll(/[^\d+]/g, '');
  return html`<section class="card">
    <h2>${words.responsible}</h2>
    <dl>
      ${people(words.leader, leader ? [leader] : [])} ${people(words.deputies, deputies)}
      ${people(words.members, members)}
    </dl>
    ${
      (unit.office !== '' || phone !== '') &&
      html`<p>${unit.office} ${phone !== '' && html`<a href="tel:${phone}">${unit.phone}</a>`}</p>`
    }
  </section>`;
}

export function boardPage(page: BoardPage, context: PageContext): string {
  const { registry, unit, notices, older, isFirst, late } = page;
  const { words, now } = context;
  const path = `/b/${unit.id}`;
  const name = boardName(registry, unit.id, words);
  const marks = { registry, unit: unit.id, now, words, late };
  const links = html`<p class="links">
    <a href="/">${words.allBoards}</a> <a href="${path}/feed.atom">${words.feed} (Atom)</a>
    <a href="${path}/feed.json">${words.feed} (JSON)</a> <a href="${path}/due.ics">${words.calendar}</a>
  </p>`;
  return pageHtml(context, {
    title: name,
    description: `${words.boardAbout(unit.name, notices.length)}${notices
      .filter(({ withdrawn }) => withdrawn === null)
      .slice(0, 3)
      .map(({ title }) => title)
      .join('；')}`,
    path,
    name: unit.name,
    up: { path: '/', label: words.allBoards },
    feeds: [
      { path: `${path}/feed.atom`, type: 'application/atom+xml', title: name },
      { path: `${path}/feed.json`, type: 'application/feed+json', title: name },
    ],
    main: html`<h1>${isFirst ? words.newest : words.olderHead}</h1>
      ${isFirst && overdueCard(page, context)}
      ${
        notices.length === 0
          ? html`<p>${words.none}</p>`
          : html`<ul class="rows" id="plain-text">
              ${notices.map((notice) => row(notice, unit.id, marks, context))}
            </ul>`
      }
      <p>
        ${older !== null && html`<a class="button" href="${path}?before=${older}">${words.older}</a>`}
        ${!isFirst && html`<a class="button" href="${path}">${words.toNewest}</a>`}
      </p>
      ${responsible(unit, context)}`,
    foot: links,
  });
}

const unitLinks = (registry: Registry, { words }: PageContext): Html => {
  const units = unitsInOrder(registry);
  if (units.length === 0) return html`<p>${words.noUnits}</p>`;
  return html`<ul class="units" id="plain-text">
    ${units.map(({ id, name }) => html`<li><a href="/b/${id}">${name}</a></li>`)}
  </ul>`;
};

/** The way from one village to another, and a visitor's first page. */
export const townshipPage = (registry: Registry, context: PageContext): string =>
  pageHtml(context, {
    title: context.words.townshipTitle(registry.name),
    description: context.words.townshipAbout(registry.name),
    path: '/',
    name: registry.name,
    up: null,
    main: html`<h1>${context.words.ask}</h1>
      ${unitLinks(registry, context)}`,
  });

/** What an address shows that leads nowhere. `unit`: the board that it names, if there is one. */
export function missingPage(registry: Registry, unit: Unit | null, context: PageContext): string {
  const own = context.words.missing;
  const title = unit ? own.title : own.unit;
  return pageHtml(context, {
    title,
    description: unit ? own.text : own.unitText,
    path: unit ? `/b/${unit.id}` : '/',
    name: unit ? unit.name : registry.name,
    up: unit ? { path: `/b/${unit.id}`, label: context.words.toBoard(unit.name) } : null,
    main: html`<h1>${title}</h1>
      <p>${unit ? own.text : own.unitText}</p>
      ${
        unit
          ? html`<p>${own.todo}</p>
              <p><a class="button main" href="/b/${unit.id}">${context.words.toBoard(unit.name)}</a></p>`
          : unitLinks(registry, context)
      }`,
  });
}
