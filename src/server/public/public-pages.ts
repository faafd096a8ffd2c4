/** What the public addresses answer with: reads the boards, and has the pages made. */
import type { LightNotice } from '../../domain/board/board.ts';
import { isUrgent } from '../../domain/board/standing.ts';
import { addDays } from '../../domain/calendar/days.ts';
import { type DueItem, dueItems } from '../../domain/due/judge.ts';
import { lateMarks } from '../../domain/due/lateness.ts';
import type { Unit } from '../../domain/registry/events.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { instantOf, type LocalDate, localDateOf } from '../../domain/time.ts';
import { boardPage, missingPage, townshipPage } from './board-page.ts';
import type { FoldedBoard, PublicBoards } from './boards.ts';
import { noticePage } from './notice-page.ts';
import type { PageContext } from './page.ts';
import { unitAt } from './units.ts';

/** Notices on one page of a board. */
const ROWS = 30;
/** What their rows may weigh, bytes: the page stays under 30 KB. */
const ROWS_WEIGHT = 17_000;
/** Tags of a row, bytes. */
const ROW = 260;
/** Days that are looked back over for what is due. */
const LOOK_BACK_DAYS = 365;
/** Overdue entries named on a page. */
const MOST_OVERDUE = 12;

/** 404 where the address leads nowhere: the page then says what to do. */
export interface Made {
  status: 200 | 404;
  text: string;
}

const weightOf = ({ title, entryName, officer, withdrawn }: LightNotice): number =>
  ROW + Buffer.byteLength(title) + Buffer.byteLength(withdrawn?.reason ?? entryName + officer);

/** As many from the start as fit on a page, at least one. */
function fitting(notices: LightNotice[]): LightNotice[] {
  let room = ROWS_WEIGHT;
  const end = notices.slice(0, ROWS).findIndex((notice, at) => (room -= weightOf(notice)) < 0 && at > 0);
  return notices.slice(0, end === -1 ? ROWS : end);
}

export class PublicPages {
  readonly boards: PublicBoards;

  constructor(boards: PublicBoards) {
    this.boards = boards;
  }

  township(registry: Registry, context: PageContext): Made {
    return { status: 200, text: townshipPage(registry, context) };
  }

  missing(registry: Registry, unit: Unit | null, context: PageContext): Made {
    return { status: 404, text: missingPage(registry, unit, context) };
  }

  /** @param before only what was published before this place; null: the newest. */
  async board(registry: Registry, id: string, before: number | null, context: PageContext): Promise<Made> {
    const unit = unitAt(registry, id);
    if (!unit) return this.missing(registry, null, context);
    const board = await this.boards.board(id);
    const end = Math.min(before ?? Infinity, board?.head.size ?? 0);
    const found = await this.boards.newest(id, end, (all) => all.length > ROWS);
    const urgent = before === null ? await this.#urgent(id, board, context.now) : [];
    const pinned = new Set(urgent.map((notice) => notice.id));
    const ordinary = found.filter((notice) => !pinned.has(notice.id));
    const shown = fitting([...urgent, ...ordinary]);
    const last = shown.filter((notice) => !pinned.has(notice.id)).at(-1);
    const hasMore = shown.length < urgent.length + ordinary.length;
    const today = localDateOf(instantOf(context.now));
    const since = await this.since(id, board, addDays(today, -2 * LOOK_BACK_DAYS));
    const text = boardPage(
      {
        registry,
        unit,
        notices: shown,
        older: hasMore && last ? last.history[0] : null,
        isFirst: before === null,
        late: lateMarks(registry, id, since),
        overdue: overdueOf(registry, id, since, today),
        today,
      },
      context,
    );
    return { status: 200, text };
  }

  /** @param page which page of a long one, 1 for the first. */
  async notice(
    registry: Registry,
    id: string,
    noticeId: string,
    page: number,
    context: PageContext,
  ): Promise<Made> {
    const unit = unitAt(registry, id);
    const board = unit && (await this.boards.board(id));
    const found = board && (await this.boards.notice(id, noticeId));
    if (!board || !found) return this.missing(registry, unit, context);
    const today = localDateOf(instantOf(context.now));
    const late = lateMarks(registry, id, await this.since(id, board, addDays(today, -2 * LOOK_BACK_DAYS)));
    const displays = await this.boards.displays(id, found.light, context.now);
    const talk = await this.boards.talk(id, noticeId);
    const whole = { registry, unit: id, ...found, head: board.head, late, displays, talk, page };
    return { status: 200, text: noticePage(whole, context) };
  }

  /** Notices taken in since a day, the newest first, and some before. */
  async since(id: string, board: FoldedBoard | null, day: LocalDate): Promise<LightNotice[]> {
    if (!board) return [];
    return this.boards.newest(id, board.head.size, (all) => (all.at(-1)?.acceptedAt ?? '9') < day);
  }

  async #urgent(id: string, board: FoldedBoard | null, now: number): Promise<LightNotice[]> {
    const running = board?.state.running.filter(({ urgentUntil }) => urgentUntil !== null) ?? [];
    const pages = new Set(running.map(({ page }) => page));
    const ids = new Set(running.map((one) => one.id));
    const notices = await this.boards.pages(id, [...pages]);
    return notices.filter((notice) => ids.has(notice.id) && isUrgent(notice, now)).toReversed();
  }
}

function overdueOf(registry: Registry, unit: string, notices: LightNotice[], today: LocalDate): DueItem[] {
  const window = { first: addDays(today, -LOOK_BACK_DAYS), last: today };
  const items = dueItems(registry, new Map([[unit, notices]]), { window, today }).get(unit) ?? [];
  return items.filter(({ state }) => state === 'overdue').slice(-MOST_OVERDUE);
}
