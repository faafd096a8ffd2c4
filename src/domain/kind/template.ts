/**
 * Small sentences with places for values: `{period}账目：收入 {incomeRows.amount.sum} 元`.
 * Places: `{title}`, `{officer}`, `{unit}`, `{words}` of the notice; `{field}`; `{table.count}`, `{table.column.sum}`, `{steps.count}`.
 * A sentence of which one place is empty is left out, so that a notice says only what it has.
 */
import type { LoudspeakerInput } from '../forms/loudspeaker.ts';
import {
  spokenCount,
  spokenDate,
  spokenMoney,
  spokenPercent,
  spokenPeriod,
  spokenPhone,
} from '../forms/spoken.ts';
import { formatMoney } from '../money.ts';
import type { LocalDate } from '../time.ts';
import { SCALE, decimalOf } from './decimal.ts';
import type { Figure } from './figures.ts';
import { columnTotal } from './figures.ts';
import { periodText, valueText } from './format.ts';
import type { NoticeKind, Sentence } from './kind.ts';
import type { FieldValue, KindFields } from './values.ts';
import { valueOf } from './values.ts';

/** What a notice has beside the fields of its kind. */
export interface About {
  title: string;
  officer: string;
  /** The publishing unit's name. */
  unit: string;
  /** The notice's own words, beside its fields. */
  words: string;
}

const OWN = new Set(['title', 'officer', 'unit', 'words']);

/** For the eye or for the ear. */
export type Voice = 'read' | 'spoken';

const PLACE = /\{([^{}]+)\}/g;

function figureWords({ of, amount }: Figure, voice: Voice): string {
  if (of === 'money') return voice === 'spoken' ? spokenMoney(amount) : `${formatMoney(amount)} 元`;
  const scaled = of === 'count' ? amount * SCALE : amount;
  return voice === 'spoken' ? spokenCount(decimalOf(scaled)) : decimalOf(scaled);
}

const spokenUnit = (value: string, unit: string): string =>
  unit === '%' ? spokenPercent(value) : `${spokenCount(value)}${unit}`;

function spoken(value: FieldValue): string {
  if (value.type === 'date') return spokenDate(value.value as LocalDate);
  if (value.type === 'period') return spokenPeriod(periodText(value.value));
  if (value.type === 'money') return spokenMoney(value.value);
  if (value.type === 'quantity') return spokenUnit(value.value, value.unit);
  if (value.type === 'person') return value.value;
  if (value.type === 'phone') return spokenPhone(value.value);
  return valueText(value);
}

/** How much of a long text is said: about a minute by the loudspeaker, half a segment in a message. Characters. */
const MOST: Record<Voice, number> = { spoken: 220, read: 60 };

/** The text on one line; a long one ends with the last sentence that fits. */
function cut(text: string, voice: Voice): string {
  const line = text.replace(/\s*\n\s*/g, '');
  const most = MOST[voice];
  if (line.length <= most) return line;
  const start = line.slice(0, most);
  const end = Math.max(...['。', '！', '？', '；'].map((mark) => start.lastIndexOf(mark)));
  return end > most / 3 ? start.slice(0, end + 1) : `${start.slice(0, -1)}…`;
}

const counted = (count: number, voice: Voice): string => figureWords({ of: 'count', amount: count }, voice);

function fieldWords(fields: KindFields, path: string[], voice: Voice): string {
  const [id = '', part, what] = path;
  const value = Object.prototype.hasOwnProperty.call(fields, id) ? fields[id] : undefined;
  if (!value) return '';
  if (part === undefined && value.type === 'text') return cut(value.value, voice);
  if (part === undefined) return voice === 'spoken' ? spoken(value) : valueText(value);
  if (value.type === 'steps' || value.type === 'documents')
    return part === 'count' ? counted(value.items.length, voice) : '';
  if (value.type !== 'table') return '';
  if (part === 'count') return value.rows.length > 0 ? counted(value.rows.length, voice) : '';
  const total = what === 'sum' ? columnTotal(value, part) : null;
  return total ? figureWords(total, voice) : '';
}

/** The sentence with its places filled; null when one of them is empty. */
export function fill(template: string, fields: KindFields, about: About, voice: Voice): string | null {
  let empty = false;
  const text = template.replace(PLACE, (_, name: string) => {
    const own = OWN.has(name) ? cut(about[name as keyof About], voice) : null;
    const words = own ?? fieldWords(fields, name.split('.'), voice);
    if (words === '') empty = true;
    return words;
  });
  // A value may bring its own full stop.
  return empty ? null : text.replace(/([。！？…])。/g, '$1');
}

function said(sentences: Sentence[], fields: KindFields, about: About, voice: Voice): string[] {
  return sentences.flatMap((sentence) => {
    const { say, when } = typeof sentence === 'string' ? { say: sentence, when: null } : sentence;
    if (when && valueOf(fields, when.field, 'choice')?.value !== when.is) return [];
    const text = fill(say, fields, about, voice);
    return text === null ? [] : [text];
  });
}

/** The places that a kind's sentences name, for the test that each of them exists. */
export const placesOf = (sentence: Sentence): string[] =>
  [...(typeof sentence === 'string' ? sentence : sentence.say).matchAll(PLACE)].map(([, name = '']) => name);

/** What the loudspeaker says: amounts and days in words, no tables. */
export const spokenSentences = (kind: NoticeKind, fields: KindFields, about: About): string[] =>
  said(kind.voice, fields, about, 'spoken');

/**
 * The same for the script of a loudspeaker, which announces the title itself: sentences that only announce are left
 * out, and the first of the others is said again at the end.
 */
export function loudspeakerInput(
  kind: NoticeKind,
  fields: KindFields,
  about: About,
  seconds: number,
): LoudspeakerInput {
  const telling = kind.voice.filter((sentence) => !placesOf(sentence).includes('title'));
  return {
    title: `${about.unit}的${about.title}`,
    sentences: said(telling, fields, about, 'spoken'),
    seconds,
  };
}

/** The text message, without the signature 【…】 and without the link. */
export const messageText = (kind: NoticeKind, fields: KindFields, about: About): string =>
  said(kind.message, fields, about, 'read')
    .join('')
    .replace(/\u202f/g, '')
    .replace(/(\d)(?:\.00)? 元/g, '$1元');
