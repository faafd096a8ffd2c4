/**
 * Whether this window practises, and what was finished in practice and has not been signed yet: the only two things that
 * pass between practice and the device itself. The first is the window's alone, so a closed window opens as it always does.
 */
export const PRACTISING = 'gongkailan.practising';
export const FINISHED = 'gongkailan.lessons-finished';

function read(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** The address to come back to; null: this window does not practise. */
export const practisedFrom = (): string | null => read(() => sessionStorage, PRACTISING);

export const isPractising = (): boolean => practisedFrom() !== null;

/** The text of what was finished and is still to be signed; null: nothing. */
export const unsignedText = (): string | null => read(() => localStorage, FINISHED);

/** Whether the parts of practice are needed at the start at all. */
export const hasPractice = (): boolean => isPractising() || unsignedText() !== null;
