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

/** Rules of WCAG 2.2 A and AA, and of AAA those on contrast and on the size of targets. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const MORE = ['color-contrast-enhanced', 'target-size'];

/** All that axe knows of WCAG, whatever it thinks of its weight; and whether the page is wider than the window. */
export async function brokenRules(page: Page, screen: string): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([tags, more]) => {
      // What a bar covers at the edge of the window is not small: it comes out when the page is moved.
      for (const bar of document.querySelectorAll<HTMLElement>('header, footer, .bar-foot')) {
        if (getComputedStyle(bar).position === 'sticky') bar.style.position = 'static';
      }
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      const resultTypes = ['violations' as const];
      const byTag = await run(document, { resultTypes, runOnly: { type: 'tag', values: tags } });
      const byRule = await run(document, { resultTypes, runOnly: { type: 'rule', values: more } });
      return [...byTag.violations, ...byRule.violations].flatMap(({ id, nodes }) =>
        nodes.map((node) => `axe ${id}: ${node.html.slice(0, 160)}`),
      );
    },
    [WCAG, MORE] as const satisfies readonly [string[], string[]],
  );
  return [...new Set(found)].map((problem) => `${screen}: ${problem}`);
}

/** How far the page reaches beyond the window, in words. */
export async function tooWide(page: Page, screen: string): Promise<string[]> {
  const [page_, window_] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  return page_! > window_! ? [`${screen}: ${page_} px wide, the window ${window_}`] : [];
}

/** What has the keyboard now: whether its ring is drawn, and whether it is hidden by what stands over it. */
export interface Stop {
  name: string;
  ringed: boolean;
  hidden: boolean;
}

/** Presses Tab and tells where it leads; null: out of the page. */
export async function nextStop(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { left, top, width, height } = element.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].map((part) => [left + width * part, top + height * part] as const);
    const over = points.map(([x, y]) => document.elementFromPoint(x, y));
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30);
    return {
      name: `<${element.tagName.toLowerCase()}> ${name}`,
      ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      hidden: !over.some((one) => one !== null && (element.contains(one) || one.contains(element))),
    };
  });
}
