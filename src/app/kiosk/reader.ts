/** Reads sentences aloud, one after another, with the browser's own voice where it has a Chinese one. */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { onSpeaking, pause, goOn, read, type SpeakingState, speakingNow, stop } from './speaker.ts';

export type ReaderState = SpeakingState;

export interface Reader {
  state: ReaderState;
  /** The sentence that is being read, or at which it paused. */
  index: number | null;
  /** Reads from the first sentence, or goes on where it paused. */
  start: () => void;
  /** Stops in this sentence; `start` goes on with it from its beginning. */
  pause: () => void;
  stop: () => void;
}

/** Stands in no sentence. */
const BETWEEN = '\u0000';

/** A reader of these sentences. It falls silent when the screen goes, the sentences change, or another one starts. */
export function useReader(sentences: string[]): Reader {
  const text = sentences.join(BETWEEN);
  const source = useMemo(() => {
    const all = text === '' ? [] : text.split(BETWEEN);
    return { said: (index: number) => all[index] ?? null };
  }, [text]);
  const speaking = useSyncExternalStore(onSpeaking, speakingNow);
  const own = speaking.source === source;
  const state = own ? speaking.state : 'idle';
  const index = own && state !== 'no-voice' ? speaking.index : null;
  const silence = useCallback(() => {
    if (speakingNow().source === source) stop();
  }, [source]);
  useEffect(() => silence, [silence]);
  const start = useCallback(() => {
    const before = speakingNow();
    if (before.source === source && before.state === 'paused') goOn();
    else void read(source);
  }, [source]);
  return useMemo(() => ({ state, index, start, pause, stop: silence }), [state, index, start, silence]);
}
