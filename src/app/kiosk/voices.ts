/** Which voice reads: a Chinese one of this device. */
const CHINESE = /^(?:zh|cmn|yue)\b/i;
/** Some browsers name their voices late, ms. */
const WAIT_FOR_VOICES_MS = 1500;

/** What speaks in this browser; null where nothing does. */
export const speech = (): SpeechSynthesis | null =>
  'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window ? window.speechSynthesis : null;

/** A voice in the device before one in the network, one of the mainland before others. */
function chineseVoice(synthesis: SpeechSynthesis): SpeechSynthesisVoice | null {
  const own = synthesis.getVoices().filter((voice) => CHINESE.test(voice.lang.replace('_', '-')));
  const mainland = own.filter((voice) => /CN/i.test(voice.lang));
  const best = mainland.length > 0 ? mainland : own;
  return best.find((voice) => voice.localService) ?? best[0] ?? null;
}

/** A Chinese voice, waited for a moment; null when this device has none. */
export async function findVoice(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice | null> {
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
