/** Into practice and out of it: the app starts anew each time, on the one device or on the other. */
import { FINISHED, practisedFrom, PRACTISING } from './flag.ts';

/** Begins to practise: the app starts anew on the practice device. @param from address to come back to. */
export function enterPractice(from: string, to = '/'): void {
  sessionStorage.setItem(PRACTISING, from);
  location.assign(to);
}

/** Back to the device itself: the app starts anew there. */
export function leavePractice(): void {
  const back = practisedFrom() ?? '/me';
  sessionStorage.removeItem(PRACTISING);
  location.assign(back);
}

export function keepUnsigned(text: string | null): void {
  if (text === null) localStorage.removeItem(FINISHED);
  else localStorage.setItem(FINISHED, text);
}
