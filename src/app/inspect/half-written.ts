/** A form that is half written: kept in this window until it is sent or the window is closed, so that a reload loses nothing. */
import { useEffect, useState } from 'react';

function read<Value extends object>(key: string, empty: Value): Value {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Value>) };
  } catch {
    return empty; // No storage in this browser, or nothing that can be read.
  }
}

/** @returns what is written, how to change it, and how to forget it. */
export function useHalfWritten<Value extends object>(
  name: string,
  empty: Value,
): [Value, (part: Partial<Value>) => void, () => void] {
  const key = `inspect:${name}`;
  const [value, setValue] = useState(() => read(key, empty));
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    try {
      if (isDone) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Then a reload loses it.
    }
  }, [key, value, isDone]);
  return [value, (part) => setValue((now) => ({ ...now, ...part })), () => setDone(true)];
}
