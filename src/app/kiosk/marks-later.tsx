/** The marks of what is read, loaded when something is. */
import { lazy, Suspense } from 'react';
import type { Reader } from './reader.ts';

const Marks = lazy(async () => ({ default: (await import('./marks.tsx')).Marks }));

export function MarksLater({ reader: { state } }: { reader: Reader }) {
  if (state !== 'reading' && state !== 'paused') return null;
  return (
    <Suspense fallback={null}>
      <Marks />
    </Suspense>
  );
}
