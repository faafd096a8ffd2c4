/** The accessibility tree of a page, as the browser gives it to a screen reader: what TalkBack would say, and what it could not. */
import type { Page } from 'playwright-core';

interface AXValue {
  value?: unknown;
}
interface AXNode {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: AXValue;
  name?: AXValue;
  properties?: { name: string; value: AXValue }[];
}

/** A node that a screen reader stops at. */
export interface Spoken {
  /** What it stands in, whether a screen reader stops there or not; null: the page. */
  above: Spoken | null;
  role: string;
  name: string;
  /** Of a heading; 0 for all else. */
  level: number;
  isFocusable: boolean;
  /** How its changes are announced; '' for none. */
  live: string;
}

function spokenOf({ role, name, properties = [] }: AXNode): Spoken {
  const property = (wanted: string): unknown => properties.find((one) => one.name === wanted)?.value.value;
  return {
    above: null,
    role: String(role?.value ?? ''),
    name: String(name?.value ?? '').trim(),
    level: Number(property('level') ?? 0),
    isFocusable: property('focusable') === true,
    live: String(property('live') ?? ''),
  };
}

/** The browser's own parts of a field for a day: they speak the language of the device, and no page can name them. */
const OWN_PARTS_OF = new Set(['Date', 'DateTime', 'InputTime']);

/** In the order in which it is read. */
export async function spokenTree(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AXNode[] };
    const all = new Map(nodes.map((node) => [node.nodeId, spokenOf(node)]));
    for (const { nodeId, parentId } of nodes) all.get(nodeId)!.above = all.get(parentId ?? '') ?? null;
    const isOwnPart = ({ above }: Spoken): boolean =>
      above !== null && (OWN_PARTS_OF.has(above.role) || isOwnPart(above));
    return nodes
      .filter(({ ignored }) => !ignored)
      .flatMap(({ nodeId }) => all.get(nodeId) ?? [])
      .filter((node) => !isOwnPart(node));
  } finally {
    await session.detach();
  }
}

/** What a person does something with. */
const INTERACTIVE = new Set(
  'button link textbox searchbox checkbox radio combobox switch slider spinbutton tab menuitem listbox'.split(
    ' ',
  ),
);
/** Nothing that a screen reader could name. */
const NAMELESS = new Set(['', 'none', 'generic', 'Section', 'GenericContainer']);
/** Words in Chinese, or a number as on a keypad. */
const IS_CHINESE = /[\u4e00-\u9fff]|^\d+$/;

/** What would be said wrong or not at all, each as one line: where, what, and the fault. */
export function treeFaults(tree: Spoken[], at: string): string[] {
  const faults: string[] = [];
  const fault = ({ role, name }: Spoken, words: string): void =>
    void faults.push(`${at}: ${role || 'no role'} «${name}» ${words}`);
  let level = 0;
  for (const node of tree) {
    if (INTERACTIVE.has(node.role) && !IS_CHINESE.test(node.name)) fault(node, 'has no Chinese name');
    else if (node.isFocusable && node.role !== 'RootWebArea' && (NAMELESS.has(node.role) || node.name === ''))
      fault(node, 'is reached by keyboard, and says nothing');
    if (node.role !== 'heading') continue;
    if (node.name === '') fault(node, 'says nothing');
    if (node.level > level + 1) fault(node, `is of level ${node.level} after level ${level}`);
    level = node.level;
  }
  const heads = tree.filter((node) => node.role === 'heading' && node.level === 1).length;
  if (heads !== 1) faults.push(`${at}: ${heads} headings of level 1`);
  return faults;
}

/** What stands in live regions now: what is announced when it changes. */
export function announced(tree: Spoken[]): string[] {
  const isLive = (node: Spoken | null): boolean =>
    node !== null &&
    (['polite', 'assertive'].includes(node.live) ||
      ['status', 'alert', 'log'].includes(node.role) ||
      isLive(node.above));
  return tree.filter((node) => node.role === 'StaticText' && isLive(node)).map(({ name }) => name);
}
