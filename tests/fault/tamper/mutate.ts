/** Ways to tamper, as pure functions of chance. Each says where it was done, so that a try can be read and run again. */
import type { Random } from '../sim/random.ts';

export const WAYS = ['change', 'drop', 'double', 'swap', 'truncate'] as const;
export type Way = (typeof WAYS)[number];

/** What came of it, and where: a path, and the way. */
export interface Tampered<Thing> {
  thing: Thing;
  place: string;
}

type List<Item> = readonly Item[];

/** Another order, number or choice of the same items; `change` puts something of another place there. */
export function tamperList<Item>(random: Random, items: List<Item>, way: Way): Tampered<Item[]> {
  const at = random.below(Math.max(1, items.length));
  const other = (at + 1 + random.below(Math.max(1, items.length - 1))) % Math.max(1, items.length);
  const copy = [...items];
  if (way === 'change' && items.length > 0) copy[at] = items[other]!;
  if (way === 'drop') copy.splice(at, 1);
  if (way === 'double') copy.splice(other, 0, ...items.slice(at, at + 1));
  if (way === 'swap' && items.length > 0) [copy[at], copy[other]] = [items[other]!, items[at]!];
  if (way === 'truncate') copy.length = Math.min(at, copy.length);
  return { thing: copy, place: `${way} ${at}${way === 'swap' || way === 'double' ? `,${other}` : ''}` };
}

/** A few bytes at a time: a run of up to 8 is dropped, doubled or exchanged with another. */
export function tamperBytes(random: Random, bytes: Uint8Array, way: Way): Tampered<Uint8Array> {
  // What is swapped needs something behind it.
  const at = random.below(Math.max(1, bytes.length - (way === 'swap' ? 1 : 0)));
  const length = 1 + random.below(8);
  const run = bytes.subarray(at, way === 'swap' ? Math.min(at + length, bytes.length - 1) : at + length);
  const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + run.length)];
  const place = `${way} byte ${at}`;
  if (way === 'truncate') return { thing: join(before), place };
  if (way === 'drop') return { thing: join(before, after), place };
  if (way === 'double') return { thing: join(before, run, run, after), place };
  if (way === 'swap')
    return { thing: join(before, after.subarray(0, length), run, after.subarray(length)), place };
  const changed = join(bytes);
  if (bytes.length > 0) changed[at] = bytes[at]! ^ (1 + random.below(255));
  return { thing: changed, place };
}

/** A text as its bytes; what is no UTF-8 any more is read as a reader reads it, with replacement characters. */
export function tamperText(random: Random, text: string, way: Way): Tampered<string> {
  const { thing, place } = tamperBytes(random, new TextEncoder().encode(text), way);
  return { thing: new TextDecoder('utf-8', { ignoreBOM: true }).decode(thing), place };
}

/** A text as its lines. */
export function tamperLines(random: Random, text: string, way: Way): Tampered<string> {
  const { thing, place } = tamperList(random, text.split('\n'), way);
  return { thing: thing.join('\n'), place: `lines: ${place}` };
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One value somewhere in a JSON text's value: a field, an item of a list, or the value itself. */
export function tamperJson(random: Random, value: unknown, way: Way): Tampered<unknown> {
  return tamperNode(random, value as Json, way);
}

function tamperNode(random: Random, value: Json, way: Way): Tampered<Json> {
  // Deeper in three of four cases, where there is something deeper.
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (keys.length > 0 && random.chance(0.75)) {
    const key = random.pick(keys);
    const inner = tamperNode(random, (value as { [key: string]: Json })[key]!, way);
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    (copy as { [key: string]: Json })[key] = inner.thing;
    return { thing: copy as Json, place: `${key}/${inner.place}` };
  }
  if (Array.isArray(value)) return tamperList(random, value, way);
  if (isObject(value)) return tamperFields(random, value, way);
  if (typeof value === 'string') return tamperText(random, value, way);
  if (typeof value === 'number')
    return { thing: value + random.pick([1, -1, 0.5, 1000]), place: `${way} number` };
  return { thing: value === null ? '' : !value, place: `${way} ${String(value)}` };
}

/** Fields dropped, cut off, exchanged, or under another name. */
function tamperFields(random: Random, value: { [key: string]: Json }, way: Way): Tampered<Json> {
  const entries = Object.entries(value);
  if (entries.length === 0) return { thing: { more: null }, place: `${way} nothing` };
  const [key, held] = random.pick(entries);
  const [other, theirs] = random.pick(entries);
  const place = `${way} ${key}`;
  if (way === 'change') return { thing: { ...value, [`${key}x`]: held }, place };
  if (way === 'double') return { thing: { ...value, [other]: held }, place: `${place} as ${other}` };
  if (way === 'swap')
    return { thing: { ...value, [key]: theirs, [other]: held }, place: `${place}, ${other}` };
  const kept =
    way === 'drop'
      ? entries.filter(([name]) => name !== key)
      : entries.slice(0, random.below(entries.length));
  return { thing: Object.fromEntries(kept), place };
}
