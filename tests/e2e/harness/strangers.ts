/** People at a shared tablet of whom nobody knows what they will do: by a seed, so that a bad way can be gone again. */
import type { Tablet } from './tablet.ts';

/** Numbers from 0 up to, without, `below` (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Stranger {
  /** Words and digits that nobody else types. */
  words: string;
  digits: string;
}

/** 20 digits stand for a receipt code: no matter whose. */
export const strangerOf = (n: number, roll: (below: number) => number): Stranger => ({
  words: `生人第${n}号说的${String(roll(1e9)).padStart(9, '0')}`,
  digits: Array.from({ length: 20 }, () => roll(10)).join(''),
});

/** Titles of what lies on the board for them: one to say something about, one in its publicity period. */
export interface Lying {
  notice: string;
  inPublicity: string;
}

type Way = (tablet: Tablet, who: Stranger, lying: Lying) => Promise<void>;

const opens = (tablet: Tablet, title: string): Promise<void> => tablet.link(title).first().tap();

/** Each begins to fill in one of the tablet's forms, and does not end it. */
export const WAYS: Record<string, Way> = {
  async ask(tablet, { words }) {
    await tablet.link('申请公开信息').first().tap();
    await tablet.button('开始填写').tap();
    await tablet.page.getByRole('radio', { name: /我自己/ }).check({ force: true });
    await tablet.button('下一步').tap();
    await tablet.field(/姓名/).fill(words);
  },
  async receipt(tablet, { digits }) {
    await tablet.link('申请公开信息').first().tap();
    await tablet.link('凭回执号查询').tap();
    await tablet.field(/回执号/).fill(digits);
  },
  async box(tablet, { words }) {
    await tablet.link(/举报箱/).tap();
    await tablet.button('写举报').tap();
    await tablet.field(/要说的事/).fill(words);
  },
  async boxAnswer(tablet, { digits }) {
    await tablet.link(/举报箱/).tap();
    await tablet.button(/凭回执号/).tap();
    await tablet.field(/回执号/).fill(digits.slice(0, 19));
  },
  async comment(tablet, { words }, { notice }) {
    await opens(tablet, notice);
    await tablet.link('说一句、问一句').tap();
    await tablet.field(/您想说什么/).fill(words);
  },
  async object(tablet, { words }, { inPublicity }) {
    await opens(tablet, inPublicity);
    await tablet.link('我有意见').tap();
    await tablet.page.getByRole('textbox').first().fill(words);
  },
  async search(tablet, { words }) {
    await tablet.link('找一找').first().tap();
    await tablet.page.getByLabel('找什么').fill(words);
  },
};

/** Where a finger can go: what can be pressed and is in sight, but not what leaves for a file or a telephone. */
const pressable = (tablet: Tablet): Promise<{ x: number; y: number }[]> =>
  tablet.page.evaluate(() =>
    [...document.querySelectorAll('a[href^="/"], button, [role=radio], label, summary')]
      .map((one) => one.getBoundingClientRect())
      .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
      .filter(({ x, y }) => x > 0 && y > 0 && x < innerWidth && y < innerHeight),
  );

async function taps(tablet: Tablet, roll: (below: number) => number): Promise<void> {
  const places = await pressable(tablet);
  const place = places[roll(Math.max(1, places.length))];
  if (place) await tablet.page.touchscreen.tap(place.x, place.y);
}

async function types(tablet: Tablet, words: string, roll: (below: number) => number): Promise<void> {
  const fields = tablet.page.locator(
    'main input:not([type=radio]):not([type=file]):visible, main textarea:visible',
  );
  const count = await fields.count();
  if (count === 0) return;
  // A field may go while it is being filled in: then this one has typed nothing.
  await fields
    .nth(roll(count))
    .fill(words, { timeout: 500 })
    .catch(() => undefined);
}

/** One thing that somebody may do who does not know what he does. */
export async function doesAnything(
  tablet: Tablet,
  who: Stranger,
  roll: (below: number) => number,
): Promise<void> {
  switch (roll(10)) {
    case 0:
      await tablet.page.goBack({ waitUntil: 'commit', timeout: 2_000 }).catch(() => null);
      return;
    case 1:
      await tablet.page.reload();
      await tablet.page.locator('h1').first().waitFor();
      return;
    case 2:
    case 3:
      return types(tablet, who.words, roll);
    case 4:
      return types(tablet, who.digits, roll);
    default:
      return taps(tablet, roll);
  }
}
