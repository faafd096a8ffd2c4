/**
 * Whether this window practises, and what was finished in practice and has not been signed yet: the only two things that
 * pass between practice and the device itself. The first is the window's alone, so a closed window opens as it always does.
 */
const PRACTISING = 'gongkailan.practising';
const FINISHED = 'gongkailan.lessons-finished';

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

export const isPractising = (): boolean => read(() => sessionStorage, PRACTISING) !== null;

/** Where practice goes back to when it is left. */
export const practisedFrom = (): string => read(() => sessionStorage, PRACTISING) ?? '/me';

/** The text of what was finished and is still to be signed; null: nothing. */
export const unsignedText = (): string | null => read(() => localStorage, FINISHED);

/** Begins to practise: the app starts anew on the practice device. @param from address to come back to. */
export function enterPractice(from: string, to = '/'): void {
  sessionStorage.setItem(PRACTISING, from);
  location.assign(to);
}

/** Back to the device itself: the app starts anew there. */
export function leavePractice(): void {
  const back = practisedFrom();
  sessionStorage.removeItem(PRACTISING);
  location.assign(back);
}

export function keepUnsigned(text: string | null): void {
  if (text === null) localStorage.removeItem(FINISHED);
  else localStorage.setItem(FINISHED, text);
}
