/** Measures a screen as it is drawn: size of text, size of targets, and what axe finds. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface Rules {
  /** CSS pixels: the smallest text, the smallest side of anything to be pressed. */
  text: number;
  target: number;
}

export const PHONE_RULES: Rules = { text: 17, target: 48 };
export const TABLET_RULES: Rules = { text: 24, target: 60 };

/** Runs in the page: what breaks the rules, in words. */
function measured({ text, target }: Rules): string[] {
  const shown = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // What only a screen reader is told is one pixel wide.
    return box.width > 2 && box.height > 2 && style.visibility === 'visible' && style.opacity !== '0';
  };
  const named = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 30)}`;
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !node.textContent?.trim() || /^(SCRIPT|STYLE|NOSCRIPT|OPTION)$/.test(parent.tagName))
      continue;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (shown(parent) && !parent.closest('svg') && size < text)
      found.add(`text of ${size} px: ${named(parent)}`);
  }
  for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    const label = one.closest('label');
    const pressed = label && /^(checkbox|radio|file)$/.test((one as HTMLInputElement).type) ? label : one;
    const { width, height } = pressed.getBoundingClientRect();
    // Half a pixel is the browser's rounding.
    if (shown(pressed) && Math.min(width, height) < target - 0.5) {
      found.add(`target of ${Math.round(width)} × ${Math.round(height)} px: ${named(pressed)}`);
    }
  }
  if (document.documentElement.scrollWidth > window.innerWidth) {
    found.add(`the page is ${document.documentElement.scrollWidth} px wide, the screen ${window.innerWidth}`);
  }
  return [...found];
}

/** What axe calls serious or critical. */
async function foundByAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.html.slice(0, 160)}`));
}

/** Everything wrong with the screen as it stands. `rules`: null where no size is laid down. */
export async function problemsOf(page: Page, screen: string, rules: Rules | null): Promise<string[]> {
  const sizes = rules ? await page.evaluate(measured, rules) : [];
  return [...sizes, ...(await foundByAxe(page))].map((problem) => `${screen}: ${problem}`);
}
