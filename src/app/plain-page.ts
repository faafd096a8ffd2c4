/**
 * The plain page that the server sent stands until the app has something to show, and then goes: no empty screen, no
 * waiting, and on a line that breaks it simply stays. On later visits the service worker answers and there is none.
 */

/** What says that a screen is still on its way, has nothing to show, or failed: the plain page says more than these. */
const COMING = '.splash, .empty, .progress, [data-failed]';

/** The query that a poster's code carries; it is counted once, by whoever answered first. */
export const POSTER_QUERY = 'p';

/** The app's stylesheets, as the page's script asks for them: again after a failure, so they are looked up each time. */
const appStyles = (): HTMLLinkElement[] => [...document.querySelectorAll<HTMLLinkElement>('link.app-styles')];

/** Marked by the page's script once a stylesheet is there, with rules in it. */
const CAME = 'data-came';

function show(plain: HTMLElement, app: HTMLElement): void {
  const { scrollY } = window;
  for (const one of appStyles()) one.media = 'all';
  document.getElementById('plain-style')?.remove();
  plain.remove();
  app.hidden = false;
  // Whoever has begun to read finds about the same place again.
  window.scrollTo(0, scrollY);
}

/** Watches over the change. @returns whether there was a plain page. */
export function takeOver(): boolean {
  const plain = document.getElementById('plain');
  const app = document.getElementById('app');
  if (!plain || !app) return false;
  const isReady = (): boolean =>
    app.querySelector('main') !== null &&
    app.querySelector(COMING) === null &&
    appStyles().every((one) => one.hasAttribute(CAME)) &&
    !document.documentElement.hasAttribute('data-reading');
  const observer = new MutationObserver(() => {
    if (!isReady()) return;
    observer.disconnect();
    show(plain, app);
  });
  observer.observe(app, {
    childList: true,
    subtree: true,
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-reading'] });
  observer.observe(document.head, { childList: true, subtree: true, attributeFilter: [CAME] });
  return true;
}

/** The place of the poster whose code led here, taken out of the address; null: no code did. */
export function takePoster(): string | null {
  const { pathname, search, hash } = window.location;
  const query = new URLSearchParams(search);
  const place = query.get(POSTER_QUERY);
  if (place === null) return null;
  query.delete(POSTER_QUERY);
  const rest = query.toString();
  window.history.replaceState(window.history.state, '', `${pathname}${rest === '' ? '' : `?${rest}`}${hash}`);
  return place;
}
