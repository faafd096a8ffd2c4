/**
 * The way through the screens of a shared tablet, kept in this page's memory and not in the browser's history: the next
 * person's 'back' must not show what the one before looked at, and the browser lets nobody delete entries. The address is
 * kept true by replacing it. One entry stands before it as a guard: the system's 'back' lands there, is sent forward
 * again, and goes one step back in memory instead.
 */
import { createPath, type Location, type Navigator, parsePath, type To } from 'react-router';

export type Move = 'POP' | 'PUSH' | 'REPLACE';
export interface Step {
  move: Move;
  location: Location;
}

export interface TabletHistory extends Navigator {
  /** The same object until the next step. */
  now(): Step;
  listen(listener: () => void): () => void;
  /** Puts the guard in place, if it is not there; at the latest at a touch, for browsers pass over entries without one. */
  arm(): void;
  /** Forgets the way: there is nothing before this address. */
  reset(path: string): void;
  stop(): void;
}

/** What stands in `history.state`. `idx`: steps made, as the browser's router counts them. */
interface Mark {
  kiosk: 'first' | 'guard' | 'here';
  idx: number;
}

const markOf = (state: unknown): Mark | null =>
  typeof state === 'object' && state !== null && 'kiosk' in state ? (state as Mark) : null;

let made = 0;
function locationOf(to: To, from: Location | null, state: unknown = null): Location {
  const path = typeof to === 'string' ? parsePath(to) : to;
  made += 1;
  return {
    pathname: path.pathname ?? from?.pathname ?? '/',
    search: path.search ?? '',
    hash: path.hash ?? '',
    state,
    key: `k${made}`,
  } as Location;
}

/** Frames in which a screen may still be growing after 'back'. */
const FRAMES = 20;

function scrollWhenThere(win: Window, y: number, frames = FRAMES): void {
  if (y === 0) return win.scrollTo(0, 0);
  const fits = win.document.documentElement.scrollHeight >= y + win.innerHeight;
  if (fits) win.scrollTo(0, y);
  else if (frames > 0) win.requestAnimationFrame(() => scrollWhenThere(win, y, frames - 1));
}

interface Entry {
  location: Location;
  /** Where it was scrolled to when it was left, CSS pixels. */
  scroll: number;
}

class MemoryHistory implements TabletHistory {
  readonly #win: Window;
  readonly #listeners = new Set<() => void>();
  #entries: Entry[];
  #step: Step;

  constructor(win: Window) {
    this.#win = win;
    this.#entries = [{ location: locationOf(win.location, null), scroll: 0 }];
    this.#step = { move: 'POP', location: this.#last.location };
    this.#write(true);
    win.addEventListener('popstate', this.#popped);
  }

  get #last(): Entry {
    return this.#entries[this.#entries.length - 1]!;
  }

  now = (): Step => this.#step;

  listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  createHref = (to: To): string => (typeof to === 'string' ? to : createPath(to));

  push = (to: To, state?: unknown): void => {
    this.#last.scroll = this.#win.scrollY;
    this.#entries.push({ location: locationOf(to, this.#last.location, state), scroll: 0 });
    this.#moved('PUSH', 0);
  };

  replace = (to: To, state?: unknown): void => {
    this.#last.location = locationOf(to, this.#last.location, state);
    this.#moved('REPLACE', null);
  };

  go = (by: number): void => {
    if (by >= 0) return;
    this.#entries = this.#entries.slice(0, Math.max(1, this.#entries.length + by));
    this.#moved('POP', this.#last.scroll);
  };

  reset = (path: string): void => {
    this.#entries = [{ location: locationOf(path, null), scroll: 0 }];
    this.#moved('REPLACE', 0);
  };

  arm = (): void => {
    const { history } = this.#win;
    if (markOf(history.state)?.kiosk === 'here') return;
    const path = createPath(this.#last.location);
    history.replaceState({ kiosk: 'guard', idx: 0 } satisfies Mark, '', '/');
    history.pushState({ kiosk: 'here', idx: this.#entries.length - 1 } satisfies Mark, '', path);
  };

  stop = (): void => this.#win.removeEventListener('popstate', this.#popped);

  #moved(move: Move, scroll: number | null): void {
    this.#step = { move, location: this.#last.location };
    this.#write();
    for (const listener of this.#listeners) listener();
    if (scroll !== null) scrollWhenThere(this.#win, scroll);
  }

  /**
   * The address of what is shown, in the entry that stands. Not in the guard, on the way forward from it: it would be none
   * any more, and the entry after it would keep the address of who was here. A page that begins there makes it the first.
   */
  #write(begins = false): void {
    const { history } = this.#win;
    const stands = markOf(history.state)?.kiosk;
    if (stands === 'guard' && !begins) return;
    const kiosk = stands === 'here' ? 'here' : 'first';
    const mark: Mark = { kiosk, idx: this.#entries.length - 1 };
    history.replaceState(mark, '', createPath(this.#last.location));
  }

  readonly #popped = (event: PopStateEvent): void => {
    const mark = markOf(event.state);
    if (mark?.kiosk === 'guard') {
      this.#win.history.go(1);
      this.go(-1);
      return;
    }
    // Back from the guard: the step was made in memory. Without a mark: an address was typed.
    if (!mark) this.#entries.push({ location: locationOf(this.#win.location, null), scroll: 0 });
    this.#moved(mark ? this.#step.move : 'PUSH', null);
  };
}

/** Takes the page as it stands for the first screen. */
export const tabletHistory = (win: Window = window): TabletHistory => new MemoryHistory(win);
