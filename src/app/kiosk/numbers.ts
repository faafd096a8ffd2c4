/**
 * Numbers for what can be chosen on a screen, whichever screen it is: one press of one key is enough. Up to nine things
 * have the numbers 1 to 9; of more, eight have a number at a time, and 9 gives the numbers to the next ones.
 * Ways (`nav`) come before what stands on the screen. `data-no-numbers`: what is inside is pressed by itself.
 */

const CHOICES = 'a[href], button, summary, select, textarea, input:not([type="hidden"])';
const KEYS = 9;

export interface Numbered {
  /** Those that have a number: the first has 1. */
  shown: HTMLElement[];
  /** 9 leads to the next group. */
  more: boolean;
}

/** The dialog that is open, the uppermost; null: none. */
export function dialogOf(page: Document): HTMLElement | null {
  const all = page.querySelectorAll<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  return all[all.length - 1] ?? null;
}

/** The part of the page that has the person: a dialog that is open, else heading and body. */
export function partsOf(page: Document): HTMLElement[] {
  const open = dialogOf(page);
  if (open) return [open];
  const main = page.querySelector<HTMLElement>('main');
  const heading = page.querySelector<HTMLElement>('h1');
  const parts = heading && !main?.contains(heading) ? [heading, main] : [main];
  return parts.filter((part) => part !== null);
}

function canBeChosen(element: HTMLElement): boolean {
  if (element.closest('[data-no-numbers], [aria-hidden="true"], [hidden]')) return false;
  if (element.getAttribute('aria-disabled') === 'true' || element.matches(':disabled')) return false;
  const style = getComputedStyle(element);
  return style.display !== 'none' && style.visibility !== 'hidden';
}

/** All that can be chosen, in the order of the numbers. */
export function choicesOf(parts: Iterable<HTMLElement>): HTMLElement[] {
  const all = [...parts].flatMap((part) => [...part.querySelectorAll<HTMLElement>(CHOICES)]);
  const open = all.filter(canBeChosen);
  const isWay = (element: HTMLElement): boolean => element.closest('nav') !== null;
  return [...open.filter(isWay), ...open.filter((one) => !isWay(one))];
}

/** How many groups there are. */
export const groupsOf = (count: number): number => (count <= KEYS ? 1 : Math.ceil(count / (KEYS - 1)));

/** @param group counts from 0, and begins again after the last. */
export function numbered(choices: HTMLElement[], group: number): Numbered {
  if (choices.length <= KEYS) return { shown: choices, more: false };
  const from = (group % groupsOf(choices.length)) * (KEYS - 1);
  return { shown: choices.slice(from, from + KEYS - 1), more: true };
}

/** The element whose words name a choice: its label, for a field. */
export function labelOf(choice: HTMLElement): HTMLElement {
  const label = 'labels' in choice ? (choice as HTMLInputElement).labels?.[0] : undefined;
  return label ?? choice;
}
