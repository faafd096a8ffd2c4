/** Reads sentences aloud, one after another, with the browser's own voice where it has a Chinese one. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export type ReaderState = 'idle' | 'reading' | 'paused' | 'no-voice';

export interface Reader {
  state: ReaderState;
  /** The sentence that is being read, or at which it paused. */
  index: number | null;
  slow: boolean;
  start: () => void;
  /** Stops in this sentence; `start` goes on with it from its beginning. */
  pause: () => void;
  stop: () => void;
  /** Slower, or at the usual pace again. */
  changePace: () => void;
}

const CHINESE = /^(?:zh|cmn|yue)\b/i;
const PACE = 0.95;
const SLOW_PACE = 0.65;
/** Some browsers name their voices late, ms. */
const WAIT_FOR_VOICES_MS = 1500;
/** Stands in no sentence. */
const BETWEEN = '\u0000';

const speech = (): SpeechSynthesis | null =>
  'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window ? window.speechSynthesis : null;

const chineseVoice = (synthesis: SpeechSynthesis): SpeechSynthesisVoice | null => {
  const own = synthesis.getVoices().filter((voice) => CHINESE.test(voice.lang));
  return own.find((voice) => /CN/i.test(voice.lang)) ?? own[0] ?? null;
};

/** A Chinese voice, waited for a moment; null when this device has none. */
async function findVoice(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice | null> {
  const now = chineseVoice(synthesis);
  if (now) return now;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, WAIT_FOR_VOICES_MS);
    synthesis.addEventListener?.(
      'voiceschanged',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
  return chineseVoice(synthesis);
}

interface Run {
  sentences: string[];
  /** Counts up with each start and stop: what an older one still reports is not listened to. */
  turn: number;
  index: number;
  slow: boolean;
}

interface Reports {
  sentence: (index: number) => void;
  end: () => void;
  noVoice: () => void;
}

/** Speaks from `run.index` on, as long as no other turn has begun. */
async function speak(run: Run, reports: Reports): Promise<void> {
  const turn = (run.turn += 1);
  const synthesis = speech();
  synthesis?.cancel();
  const voice = synthesis && (await findVoice(synthesis));
  if (turn !== run.turn) return;
  if (!synthesis || !voice) return reports.noVoice();
  const next = (index: number): void => {
    const text = run.sentences[index];
    if (turn !== run.turn) return;
    if (text === undefined) return reports.end();
    run.index = index;
    reports.sentence(index);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = run.slow ? SLOW_PACE : PACE;
    utterance.addEventListener('end', () => next(index + 1));
    utterance.addEventListener('error', (event) => {
      const { error } = event as SpeechSynthesisErrorEvent;
      if (turn === run.turn && error !== 'canceled' && error !== 'interrupted') reports.noVoice();
    });
    synthesis.speak(utterance);
  };
  next(run.index);
}

function silence(run: Run): void {
  run.turn += 1;
  speech()?.cancel();
}

/** A reader of these sentences. It falls silent when the screen goes or the sentences change. */
export function useReader(sentences: string[]): Reader {
  const run = useRef<Run>({ sentences: [], turn: 0, index: 0, slow: false });
  const [state, setState] = useState<ReaderState>('idle');
  const [index, setIndex] = useState<number | null>(null);
  const [slow, setSlow] = useState(false);
  const text = sentences.join(BETWEEN);

  const stop = useCallback(() => {
    silence(run.current);
    run.current.index = 0;
    setIndex(null);
    setState('idle');
  }, []);
  useEffect(() => {
    run.current.sentences = text.split(BETWEEN);
    return stop;
  }, [text, stop]);

  const start = useCallback(() => {
    setState('reading');
    void speak(run.current, {
      sentence: setIndex,
      end: stop,
      noVoice: () => {
        setIndex(null);
        setState('no-voice');
      },
    });
  }, [stop]);
  const pause = useCallback(() => {
    silence(run.current);
    setState('paused');
  }, []);
  const changePace = useCallback(() => {
    run.current.slow = !run.current.slow;
    setSlow(run.current.slow);
    if (state === 'reading') start();
  }, [start, state]);

  return useMemo(
    () => ({ state, index, slow, start, pause, stop, changePace }),
    [state, index, slow, start, pause, stop, changePace],
  );
}
