/**
 * Text messages as the network counts them (3GPP TS 23.038 and 23.040).
 *
 * A message whose characters are all in the GSM 7-bit alphabet has 160 of them, or 153 in each segment of a longer
 * one; characters of the extension table count two. Any other character (every Chinese one) makes it UCS-2: 70 UTF-16
 * units, or 67 in each segment. A segment ends before a character that does not fit whole, so a surrogate pair or an
 * escaped character can leave a unit empty. The signature 【…】 is part of the message and counts.
 */

export type MessageEncoding = 'GSM-7' | 'UCS-2';

/** Units that one message holds, and that each segment of a longer one holds (the rest joins them together). */
export const SEGMENT_UNITS: Record<MessageEncoding, { single: number; joined: number }> = {
  'GSM-7': { single: 160, joined: 153 },
  'UCS-2': { single: 70, joined: 67 },
};

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
    '¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Sent as an escape and a character. */
const GSM_EXTENSION = new Set('\f^{}\\[~]|€');

export interface MeasuredMessage {
  encoding: MessageEncoding;
  /** Units used, of which a character takes one or two. */
  units: number;
  /** What each segment carries; their texts joined are the message. Empty for an empty message. */
  segments: string[];
  /** Units still free in the last segment before another begins; in an empty message, all of one. */
  free: number;
}

const encodingOf = (characters: string[]): MessageEncoding =>
  characters.every((one) => GSM_BASIC.has(one) || GSM_EXTENSION.has(one)) ? 'GSM-7' : 'UCS-2';

const unitsOf = (character: string, encoding: MessageEncoding): number => {
  if (encoding === 'UCS-2') return character.length;
  return GSM_EXTENSION.has(character) ? 2 : 1;
};

/** Cuts into segments of at most `size` units, never within a character. */
function cut(characters: string[], encoding: MessageEncoding, size: number) {
  const segments: string[] = [];
  let open = '';
  let used = 0;
  for (const character of characters) {
    const units = unitsOf(character, encoding);
    if (used + units > size) {
      segments.push(open);
      open = '';
      used = 0;
    }
    open += character;
    used += units;
  }
  if (open !== '') segments.push(open);
  return { segments, free: size - used };
}

/** How a message goes out: encoding, units and segments. The text must hold its signature already. */
export function measureMessage(text: string): MeasuredMessage {
  const characters = [...text];
  const encoding = encodingOf(characters);
  const units = characters.reduce((sum, one) => sum + unitsOf(one, encoding), 0);
  const { single, joined } = SEGMENT_UNITS[encoding];
  const size = units <= single ? single : joined;
  return { encoding, units, ...cut(characters, encoding, size) };
}

/** The signature as carriers require it, before the text: 【示范一村】. Empty without a name. */
export const signature = (name: string): string => (name.trim() === '' ? '' : `【${name.trim()}】`);

export interface FittedMessage {
  /** Signature and text, as it is sent. */
  message: string;
  /** What of the text did not fit; empty when all did. */
  left: string;
}

const SENTENCE_END = /[。！？!?；;\n]["”』」）)]?$|\.$/;
const CLAUSE_END = /[，、,：:]$/;
const ELLIPSIS = '…';
/** The longest part of a text that is looked at; more never fits. */
const MAX_UNITS = 20_000;

/** Code points that belong to the one before: a cut never parts them. */
const JOINS_BEFORE = /^(?:\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}])/u;

const fitsIn = (text: string, segments: number): boolean => measureMessage(text).segments.length <= segments;

/** The largest number of characters of the text that fit with what stands around them. */
function fitting(characters: string[], fits: (part: string) => boolean): number {
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The last place not after `most` where a part of the text ends; 0 when there is none. */
function lastEnd(characters: string[], most: number, end: RegExp): number {
  for (let index = most; index > 0; index -= 1) {
    const [before = '', last = ''] = [characters[index - 2], characters[index - 1]];
    // The point of 102.50 ends nothing.
    const decimal = last === '.' && /\d/.test(before) && /\d/.test(characters[index] ?? '');
    if (!decimal && end.test(before + last)) return index;
  }
  return 0;
}

/**
 * The signature and as much of the text as goes into a number of segments. It ends at the end of a sentence; where not
 * one sentence fits, at a comma or, last, within the sentence, with an ellipsis.
 */
export function fitMessage(text: string, segments: number, signed = ''): FittedMessage {
  const sign = signature(signed);
  if (text.length <= MAX_UNITS && fitsIn(sign + text, segments)) return { message: sign + text, left: '' };
  const characters = Array.from(text.slice(0, MAX_UNITS));
  const whole = fitting(characters, (part) => fitsIn(sign + part, segments));
  const sentence = lastEnd(characters, whole, SENTENCE_END);
  const split = (at: number, mark: string): FittedMessage => {
    const part = characters.slice(0, at).join('');
    return { message: sign + part.trimEnd() + mark, left: text.slice(part.length) };
  };
  if (sentence > 0) return split(sentence, '');
  let most = fitting(characters, (part) => fitsIn(sign + part + ELLIPSIS, segments));
  const clause = lastEnd(characters, most, CLAUSE_END);
  if (clause > 0) most = clause;
  while (most > 0 && JOINS_BEFORE.test(characters[most] ?? '')) most -= 1;
  return most === 0 ? { message: '', left: text } : split(most, ELLIPSIS);
}
