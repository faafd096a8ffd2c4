/** The numbers themselves, each at the corner of what it chooses. */
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { choicesOf, dialogOf, labelOf, numbered, partsOf } from './numbers.ts';

export interface Place {
  number: number;
  left: number;
  top: number;
}

export interface Places {
  places: Place[];
  /** How many things have a number. */
  count: number;
  /** 9 leads to further ones. */
  more: boolean;
  /** They stand on a dialog. */
  over: boolean;
}

/** How far a number stands over the corner, CSS pixels. */
const OVER = 14;

function placesNow(group: number): Places {
  const { shown, more } = numbered(choicesOf(partsOf(document)), group);
  const places = shown.flatMap((choice, at) => {
    const { left, top, width, height } = labelOf(choice).getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    const [x, y] = [left + window.pageXOffset, top + window.pageYOffset];
    return [{ number: at + 1, left: Math.max(0, x - OVER), top: Math.max(0, y - OVER) }];
  });
  return { places, count: shown.length, more, over: dialogOf(document) !== null };
}

const same = (a: Places, b: Places): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Where the numbers stand on the page, while it changes and is moved. */
export function usePlaces(group: number): Places {
  const [places, setPlaces] = useState<Places>({ places: [], count: 0, more: false, over: false });
  useEffect(() => {
    let frame = 0;
    const measure = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const next = placesNow(group);
        setPlaces((before) => (same(before, next) ? before : next));
      });
    };
    const changes = new MutationObserver(measure);
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
  return places;
}

export function NumberMarks({ places, over }: { places: Place[]; over: boolean }) {
  return createPortal(
    <div className={over ? 'number-marks-over' : ''} aria-hidden="true">
      {places.map(({ number, left, top }) => (
        <span key={number} className="number-mark" style={{ left, top }}>
          {number}
        </span>
      ))}
    </div>,
    document.body,
  );
}
