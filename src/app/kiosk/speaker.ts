/**
 * The one voice of the app. Whoever starts to read ends what was read before. Sentences are asked for one at a time, so
 * that a screen may grow while it is read. Pausing is stopping and saying the sentence again: not every browser pauses.
 */
import { paceNow, RATES } from './pace.ts';
import { findVoice, speech } from './voices.ts';

/** What is read, sentence by sentence. */
export interface Source {
  /** The sentence at this place, or after the end null. Places count from 0. */
  said(index: number): string | null;
}

export type SpeakingState = 'idle' | 'reading' | 'paused' | 'no-voice';

export interface Speaking {
  state: SpeakingState;
  source: Source | null;
  index: number;
  /** The word that is being said: place in the sentence. Null where the voice does not tell. */
  word: { from: number; to: number } | null;
}

const SILENT: Speaking = { state: 'idle', source: null, index: 0, word: null };
/** Engines that were just cancelled swallow what comes at once, ms. */
const AFTER_CANCEL_MS = 60;
/** ms for a character at the usual rate, generously, and beyond that: then a voice that says nothing is passed over. */
const PATIENCE = { perCharacter: 900, beside: 8000 };
const WORD = /[\p{Script=Latin}\d.]+|./uy;

let now: Speaking = SILENT;
/** Counts up with each start and stop: what an older turn still reports is not listened to. */
let turn = 0;
/** Held, because some browsers forget an utterance that nobody holds, and never end it. */
const held = new Set<SpeechSynthesisUtterance>();
let patience: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function put(next: Partial<Speaking>): void {
  now = { ...now, ...next };
  for (const listener of listeners) listener();
}

export const speakingNow = (): Speaking => now;
export const onSpeaking = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The word that begins at `from`, where the voice does not say how long it is. */
function wordAt(text: string, from: number, length: number | undefined): { from: number; to: number } {
  if (length !== undefined && length > 0) return { from, to: from + length };
  WORD.lastIndex = from;
  return { from, to: from + (WORD.exec(text)?.[0].length ?? 1) };
}

function say(text: string, voice: SpeechSynthesisVoice, index: number): void {
  const mine = turn;
  const goOn = (): void => {
    clearTimeout(patience);
    if (mine === turn) next(voice, index + 1);
  };
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = RATES[paceNow()];
  utterance.addEventListener('end', goOn);
  utterance.addEventListener('boundary', (event) => {
    if (mine !== turn || event.name === 'sentence') return;
    put({ word: wordAt(text, event.charIndex, event.charLength) });
  });
  utterance.addEventListener('error', (event) => {
    const { error } = event as SpeechSynthesisErrorEvent;
    if (mine === turn && error !== 'canceled' && error !== 'interrupted') fall('no-voice');
  });
  held.clear();
  held.add(utterance);
  clearTimeout(patience);
  patience = setTimeout(
    () => {
      if (mine !== turn) return;
      // Its turn is over: the end that it may still report comes too late.
      turn += 1;
      speech()?.cancel();
      next(voice, index + 1);
    },
    PATIENCE.beside + (text.length * PATIENCE.perCharacter) / utterance.rate,
  );
  speech()?.speak(utterance);
}

function next(voice: SpeechSynthesisVoice, index: number): void {
  const text = now.source?.said(index) ?? null;
  if (text === null) return fall('idle');
  put({ index, word: null });
  say(text, voice, index);
}

/** Silence. The source stays with 'no-voice', so that it can be told whose it was. */
function fall(state: 'idle' | 'no-voice'): void {
  turn += 1;
  held.clear();
  clearTimeout(patience);
  put({ ...SILENT, state, source: state === 'idle' ? null : now.source });
}

/** Reads from a place on. Ends as 'no-voice' where the device has no Chinese one. */
export async function read(source: Source, index = 0): Promise<void> {
  const mine = (turn += 1);
  const synthesis = speech();
  const wasSpeaking = synthesis !== null && (synthesis.speaking || synthesis.pending);
  clearTimeout(patience);
  synthesis?.cancel();
  put({ state: 'reading', source, index, word: null });
  const voice = synthesis && (await findVoice(synthesis));
  if (wasSpeaking) await new Promise((resolve) => setTimeout(resolve, AFTER_CANCEL_MS));
  if (mine !== turn) return;
  if (voice) next(voice, index);
  else fall('no-voice');
}

/** Stops in this sentence; `goOn` says it again from its beginning. */
export function pause(): void {
  if (now.state !== 'reading') return;
  turn += 1;
  clearTimeout(patience);
  speech()?.cancel();
  put({ state: 'paused', word: null });
}

export function goOn(): void {
  if (now.source && now.state === 'paused') void read(now.source, now.index);
}

/** To the sentence before or after; a paused reader moves without a word. */
export function move(by: 1 | -1): void {
  const { source, state, index } = now;
  const to = Math.max(0, index + by);
  if (!source || source.said(to) === null) return;
  if (state === 'reading') void read(source, to);
  else if (state === 'paused') put({ index: to });
}

/** Says the sentence again at the pace that was just chosen. */
export function sayAgain(): void {
  if (now.source && now.state === 'reading') void read(now.source, now.index);
}

export function stop(): void {
  if (now === SILENT) return;
  speech()?.cancel();
  fall('idle');
}
