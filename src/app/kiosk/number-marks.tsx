/** The numbers themselves, each at the corner of what it chooses. */
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { choicesOf, labelOf, numbered, partsOf } from './numbers.ts';

interface Place {
  key: number;
  left: number;
  top: number;
}

/** Where the numbers stand, on the page. Half of each lies over the corner, but never outside the window. */
function placesOf(group: number): Place[] {
  const { shown } = numbered(choicesOf(partsOf(document)), group);
  return shown.flatMap((choice, at) => {
    const { left, top, width, height } = labelOf(choice).getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    return [
      { key: at + 1, left: Math.max(0, left + window.pageXOffset - 14), top: top + window.pageYOffset - 14 },
    ];
  });
}

const same = (a: Place[], b: Place[]): boolean => JSON.stringify(a) === JSON.stringify(b);

export function NumberMarks({ group }: { group: number }) {
  const [places, setPlaces] = useState<Place[]>([]);
  const marks = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const measure = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const next = placesOf(group);
        setPlaces((before) => (same(before, next) ? before : next));
      });
    };
    // Its own numbers are no news.
    const changes = new MutationObserver((all) => {
      if (all.some(({ target }) => !marks.current?.contains(target))) measure();
    });
    changes.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    window.addEventListener('resize', measure);
    document.addEventListener('scroll', measure, { capture: true, passive: true });
    measure();
    return () => {
      cancelAnimationFrame(frame);
      changes.disconnect();
      window.removeEventListener('resize', measure);
      document.removeEventListener('scroll', measure, { capture: true });
    };
  }, [group]);
  return createPortal(
    <div ref={marks} className="number-marks" aria-hidden="true">
      {places.map(({ key, left, top }) => (
        <span key={key} className="number-mark" style={{ left, top }}>
          {key}
        </span>
      ))}
    </div>,
    document.body,
  );
}
