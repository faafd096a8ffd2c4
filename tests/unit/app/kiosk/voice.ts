/** A voice for tests: it notes what it is given, and the test says how far it has come. */
export interface FakeVoice {
  spoken: string[];
  rates: number[];
  /** The sentence that is being spoken ends. */
  end(): void;
  /** It comes to a word. @param charLength as some voices do not tell. */
  word(charIndex: number, charLength?: number): void;
  fail(): void;
  remove(): void;
}

class Utterance extends EventTarget {
  text: string;
  voice: unknown = null;
  lang = '';
  rate = 1;
  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** Puts it into the window. @param languages of the voices that the device has. */
export function fakeVoice(languages: string[]): FakeVoice {
  let now: Utterance | null = null;
  const fake: FakeVoice = {
    spoken: [],
    rates: [],
    end: () => {
      synthesis.speaking = false;
      now?.dispatchEvent(new Event('end'));
    },
    word: (charIndex, charLength) =>
      now?.dispatchEvent(Object.assign(new Event('boundary'), { name: 'word', charIndex, charLength })),
    fail: () => now?.dispatchEvent(Object.assign(new Event('error'), { error: 'synthesis-failed' })),
    remove: () => {
      delete (window as { speechSynthesis?: unknown }).speechSynthesis;
      delete (window as { SpeechSynthesisUtterance?: unknown }).SpeechSynthesisUtterance;
    },
  };
  const synthesis = {
    speaking: false,
    getVoices: () => languages.map((lang) => ({ lang, name: lang })),
    addEventListener: () => undefined,
    speak: (utterance: Utterance) => {
      now = utterance;
      fake.spoken.push(utterance.text);
      fake.rates.push(utterance.rate);
      synthesis.speaking = true;
    },
    cancel: () => {
      now = null;
      synthesis.speaking = false;
    },
  };
  Object.assign(window, { speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance });
  return fake;
}
