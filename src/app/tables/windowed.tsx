/** A long list of which only what is in sight is drawn: 2,000 rows scroll like twenty. */
import { type ReactNode, useEffect, useRef, useState } from 'react';

/** Rows drawn above and below what is in sight. */
const MORE = 6;
/** Where the height is not known yet. Pixels. */
const LIKELY_HEIGHT = 480;

export function Windowed({
  count,
  rowHeight,
  label,
  head,
  children,
}: {
  count: number;
  /** Pixels; every row has it. */
  rowHeight: number;
  label: string;
  head?: ReactNode;
  children: (index: number) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(LIKELY_HEIGHT);
  useEffect(() => {
    const measure = (): void => setHeight(box.current?.clientHeight || LIKELY_HEIGHT);
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  const first = Math.max(0, Math.floor(top / rowHeight) - MORE);
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + MORE);
  return (
    <div ref={box} className="windowed" onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
      {head}
      <ol className="windowed-all" aria-label={label} style={{ height: count * rowHeight }}>
        {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).map((index) => (
          <li
            key={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            className="windowed-row"
            style={{ top: index * rowHeight, height: rowHeight }}
          >
            {children(index)}
          </li>
        ))}
      </ol>
    </div>
  );
}
