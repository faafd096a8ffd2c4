/** Large digits to tap, for who has no keyboard or does not find its way there: the one keypad of the app. */
import './keypad.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface KeypadProps {
  /** What is typed here. */
  label: string;
  /** The word on the key that takes the last one back. */
  erase: string;
  /** The key before 0: another character and how it is said, a word that does something, or none. */
  corner?: { key: string; said: string } | { word: string; onPress: () => void };
  onKey: (key: string) => void;
  onErase: () => void;
}

/** It has keys of its own and is not read aloud: who listens would tell others what is being typed. */
export function Keypad({ label, erase, corner, onKey, onErase }: KeypadProps) {
  const key = (digit: string, said?: string) => (
    <button
      key={digit}
      type="button"
      className="keypad-key figures"
      aria-label={said}
      onClick={() => onKey(digit)}
    >
      {digit}
    </button>
  );
  const word = (text: string, onPress: () => void) => (
    <button type="button" className="keypad-key keypad-word" onClick={onPress}>
      {text}
    </button>
  );
  return (
    <fieldset className="keypad" data-no-numbers data-hush aria-label={label}>
      {DIGITS.map((digit) => key(digit))}
      {corner === undefined ? (
        <span />
      ) : 'key' in corner ? (
        key(corner.key, corner.said)
      ) : (
        word(corner.word, corner.onPress)
      )}
      {key('0')}
      {word(erase, onErase)}
    </fieldset>
  );
}
