/** Points at the control that does a step: a dashed line around it, for as long as it is on the screen. */
import { useEffect, useState } from 'react';

const MARK = 'data-practice-hint';
const CONTROLS = 'a, button, [role="button"], [role="link"], label, summary, input, textarea, select';

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();

const isSeen = (element: Element): boolean => element.getClientRects().length > 0;

/**
 * The control whose name begins with these words; else one that has them in it. Controls of the practice frame itself are
 * left out. Null: it is not on this screen.
 */
export function controlNamed(words: string, root: ParentNode = document): Element | null {
  const all = Array.from(root.querySelectorAll(CONTROLS)).filter(
    (one) => isSeen(one) && !one.closest('.practice-bar'),
  );
  const begins = all.find((one) => nameOf(one).startsWith(words));
  return begins ?? all.find((one) => nameOf(one).includes(words)) ?? null;
}

function clear(): void {
  for (const one of Array.from(document.querySelectorAll(`[${MARK}]`))) one.removeAttribute(MARK);
}

/** Marks the control with these words while `on`, and brings it into sight. Says whether it is here. */
export function useMarker(words: string | null, on: boolean): boolean {
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (!on || words === null) return undefined;
    let shown: Element | null = null;
    const look = (): void => {
      const found = controlNamed(words);
      setHere(found !== null);
      if (found === shown && found?.hasAttribute(MARK)) return;
      clear();
      found?.setAttribute(MARK, '');
      if (found !== shown) found?.scrollIntoView({ block: 'center' });
      shown = found;
    };
    look();
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      clear();
    };
  }, [words, on]);
  return on && here;
}
