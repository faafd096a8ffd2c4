/** What is read over the village loudspeaker: a script for the ear that keeps within a time. */
import { spokenText } from './spoken-text.ts';

/** How fast a person reads aloud over a loudspeaker. */
export const CHARACTERS_PER_SECOND = 4;

export interface LoudspeakerInput {
  title: string;
  /** The notice in sentences, the most important first. No tables: a row is nothing for the ear. */
  sentences: string[];
  /** The sentence that is said again at the end; the first when not given. */
  key?: string;
  /** The time that the script may take. */
  seconds: number;
}

export interface LoudspeakerScript {
  text: string;
  /** How long it takes, about. */
  seconds: number;
  /** Sentences that there was no time for, as they came in. */
  left: string[];
  /** False when even the title and the key sentence take longer. */
  fits: boolean;
}

const GREETING = '各位村民，现在播送';
const AGAIN = '再说一遍：';
const MORE = '详细内容请看村务公开栏。';
const END = '播送完了。';

/** A row of a table that slipped in among the sentences. */
const ROW = /\t|\|.*\|/;
const SENTENCE_END = /[。！？!?]$/;

/** About how long a text takes to read aloud, in seconds. A mark takes the time of a character: it is a pause. */
export const readingSeconds = (text: string): number =>
  Math.ceil([...text.replace(/\s/g, '')].length / CHARACTERS_PER_SECOND);

const sentence = (text: string): string => {
  const said = spokenText(text.trim().replace(/\s+/g, ' ')).replace(/[，、；：,;:.]+$/, '');
  return SENTENCE_END.test(said) ? said : `${said}。`;
};

/**
 * Title, as many sentences as there is time for, the key sentence again, the end. Sentences stay in their order;
 * where one does not fit, a later shorter one may; and the listeners are told where to read the rest.
 */
export function loudspeakerScript({ title, sentences, key, seconds }: LoudspeakerInput): LoudspeakerScript {
  const filled = sentences.filter((one) => one.trim() !== '');
  const sayable = filled.filter((one) => !ROW.test(one));
  const keySentence = key ?? sayable[0];
  const again = keySentence === undefined ? '' : AGAIN + sentence(keySentence);
  const compose = (taken: string[]): string => {
    const body = taken.map(sentence).join('');
    return GREETING + sentence(title) + body + again + (taken.length < filled.length ? MORE : '') + END;
  };
  const taken = chosen(sayable, (some) => readingSeconds(compose(some)) <= seconds);
  const text = compose(taken);
  const left = [...filled];
  for (const one of taken) left.splice(left.indexOf(one), 1);
  return { text, seconds: readingSeconds(text), left, fits: readingSeconds(text) <= seconds };
}

/** All when they fit; else those that fit one after the other. */
function chosen(sentences: string[], fits: (some: string[]) => boolean): string[] {
  if (fits(sentences)) return sentences;
  return sentences.reduce<string[]>((taken, one) => (fits([...taken, one]) ? [...taken, one] : taken), []);
}
