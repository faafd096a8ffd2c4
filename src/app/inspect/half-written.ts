/** A form that is half written: kept on this device until it is sent, so that neither a reload nor an empty battery loses it. */
import { useEffect, useState } from 'react';

function read<Value extends object>(key: string, empty: Value): Value {
  try {
    return { ...empty, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Value>) };
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
      if (isDone) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: then a reload loses it.
    }
  }, [key, value, isDone]);
  return [value, (part) => setValue((now) => ({ ...now, ...part })), () => setDone(true)];
}
